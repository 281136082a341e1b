"""Tests of the files other people send."""
