"""Prose inside a QTextDocument: what the formats mean, how they look, the way in and out."""
