"""Editors: one widget for each kind of value, each showing and reading text."""
