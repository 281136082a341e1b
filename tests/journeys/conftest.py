"""What journeys share: a clock that goes when it is told to, and the words of a finished PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from bidkit.session.ports import Ports

PdfWords = Callable[[Path | bytes], str]


class Clock:
    """A clock that stands still until somebody waits."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.at

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """The clock everybody in a journey looks at."""
    return Clock()


@pytest.fixture
def ann(clock: Clock) -> Ports:
    """Ann, at a machine of her own."""
    return Ports("Ann", "pc-1", clock)


@pytest.fixture
def ben(clock: Clock) -> Ports:
    """Ben, at another machine."""
    return Ports("Ben", "pc-2", clock)


def pdf_words(paper: Path | bytes) -> str:
    """Return every word of a PDF, one space between any two."""
    with pypdfium2.PdfDocument(paper) as opened:
        pages = [page.get_textpage().get_text_bounded() for page in opened]
    return " ".join(" ".join(pages).replace("\ufffe", "").replace("\x02", "").split())
