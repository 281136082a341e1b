"""How text that people type is read as a value, the same in the window and on the command line."""

from bidkit.domain.typed.amounts import (
    read_count,
    read_money,
    read_number,
    read_percent,
    read_tags,
    show_tags,
)
from bidkit.domain.typed.days import read_day, read_moment, start_of_day
from bidkit.domain.typed.unreadable import UnreadableError

__all__ = [
    "UnreadableError",
    "read_count",
    "read_day",
    "read_moment",
    "read_money",
    "read_number",
    "read_percent",
    "read_tags",
    "show_tags",
    "start_of_day",
]
