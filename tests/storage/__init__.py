"""Tests of files that are never lost."""
