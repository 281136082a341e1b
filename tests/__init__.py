"""The tests of BidKit: they mirror its rooms."""
