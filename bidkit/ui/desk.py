"""What every page and panel is given: the open bid, who speaks to people, and the look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.session.document import Document
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.open_bid import OpenBid
from bidkit.ui.theme import Theme


def stay_here(_where: object) -> None:
    """Go nowhere: what a page does that stands alone, without a window."""


@dataclass(frozen=True)
class Desk:
    """Where a page works: session, notices, theme, binder, long work, and the way elsewhere."""

    session: OpenBid
    notices: Notices
    theme: Theme
    binder: Binder
    jobs: Jobs
    go_to: Callable[[Stage], None] = field(default=stay_here)
    take_there: Callable[[Ref[Bid, Any]], None] = field(default=stay_here)
    look_for_evidence: Callable[[], None] = field(default=lambda: None)

    @property
    def document(self) -> Document:
        """The open document."""
        return self.session.document

    @property
    def bid(self) -> Bid:
        """The bid as it is now."""
        return self.session.document.bid
