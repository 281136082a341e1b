"""Adapters that let Qt's views look at the bid's tuples."""
