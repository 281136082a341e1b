"""Tests of what a set of changes amounts to."""
