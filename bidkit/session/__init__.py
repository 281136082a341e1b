"""The open bid: the application layer, without Qt."""
