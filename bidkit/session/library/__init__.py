"""What our bids have in common: kept on this computer, copied into bids, never depended on."""
