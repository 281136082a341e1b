"""BidKit: prepare a bid for a public contract or grant, offline."""

__version__ = "0.1.0"
