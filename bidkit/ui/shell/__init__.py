"""What stands around every page of an open bid: top bar, rail, walk, news of the file."""
