"""What it adds up to: pure arithmetic with its formulas and sources."""
