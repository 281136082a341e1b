"""What the session is given from outside: the clock, who sits here, and on which machine."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bidkit.domain.showing import UK


def machine_clock() -> datetime:
    """Return the time of this machine, with its zone."""
    return datetime.now(UTC)


def person_here() -> str:
    """Return the name under which somebody is signed in at this machine, '' if unknown."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


@dataclass(frozen=True)
class Ports:
    """The outside world as the session sees it; tests give another clock and author."""

    author: str = ""
    machine: str = ""
    clock: Callable[[], datetime] = machine_clock

    def now(self) -> datetime:
        """Return this moment, with its zone."""
        return self.clock()

    def today(self) -> date:
        """Return today's date in the United Kingdom."""
        return self.clock().astimezone(UK).date()


def ports_here(author: str = "") -> Ports:
    """Return the ports of this machine and the person signed in, or of the author named."""
    return Ports(author=author or person_here(), machine=platform.node())
