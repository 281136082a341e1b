"""Readings of marks, lots and other bids: what stands to be won, by whom and at what price."""
