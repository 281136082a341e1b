"""Whether what is on screen is safe, in words that are always true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bidkit.domain.showing import clock_words
from bidkit.words import tr


@dataclass(frozen=True)
class SavedState:
    """Saved at a time, saving, or not saved and why."""

    kind: Literal["saved", "saving", "not saved"]
    at: datetime | None = None
    why: str = ""
    advice: str = ""

    @property
    def words(self) -> str:
        """The state as the top bar says it."""
        if self.kind == "saved":
            return tr("Saved {time}", time=clock_words(self.at)) if self.at else tr("Saved")
        if self.kind == "saving":
            return tr("Saving…")
        return tr("Not saved: {why}", why=self.why)
