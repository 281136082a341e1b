"""Full value at work: the drafted statement, and which social value model counts."""
