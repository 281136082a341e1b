"""Review and mark: comments beside the text, a mock panel, and the mark they agree on."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.review.areas import AreasCard
from bidkit.ui.pages.review.lists import COMMENTS, TASKS
from bidkit.ui.pages.review.panel import PanelCard
from bidkit.words import later


class ReviewPage(Page):
    """What others say of the bid, and how a panel would mark it."""

    stage: ClassVar[Stage] = Stage.REVIEW
    purpose: ClassVar[Text] = later(
        "Ask somebody who did not write it. Let each mark alone first; then talk about the "
        "differences."
    )

    def build(self) -> None:
        """Lay out comments, the panel and what is to be done."""
        self.add(AreasCard(self.desk, self))
        self.add_list(COMMENTS)
        panel = PanelCard(self.desk, self)
        self.add_section("", lambda: panel, panel.holds, reveal=panel.reveal)
        self.add_list(TASKS)


PAGE = ReviewPage
