"""Whole walks through real files: few, and from end to end."""
