"""Many copies, one bid: plans, decisions and history in words."""
