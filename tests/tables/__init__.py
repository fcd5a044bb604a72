"""How the tables in the package are made from their sources."""
