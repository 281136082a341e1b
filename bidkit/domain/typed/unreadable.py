"""What is raised when typed text is not the value its field takes."""

from __future__ import annotations


class UnreadableError(Exception):
    """A typed text that cannot be read as the value its field takes; says so in plain words."""
