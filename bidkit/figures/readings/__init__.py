"""What the figures make of one bid: its costs and its marks, read the same way by everyone."""
