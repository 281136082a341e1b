"""Rules of bidding together: partners, how they fit, joint bids, and what is agreed."""
