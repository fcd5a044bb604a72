"""What stands in a report's file and is no part of the report: page numbers, running heads, buttons, navigation."""
