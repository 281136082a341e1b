"""Lots: answers written differently for one of them, and one hand-in set for each."""
