"""What stands in the tables of a bid file, and how each is read and written."""
