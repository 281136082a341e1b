"""What was done: immutable changes, and what a set of them amounts to."""
