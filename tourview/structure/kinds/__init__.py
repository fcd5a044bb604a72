"""What each section is for."""
