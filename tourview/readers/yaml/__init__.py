"""Reports stated in YAML or JSON, the format that a person corrects by hand."""
