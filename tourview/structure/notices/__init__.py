"""What a careful reader would flag."""
