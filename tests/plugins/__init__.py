"""What every test of BidKit can rely on, one module per promise."""
