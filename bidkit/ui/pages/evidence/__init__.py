"""Evidence of outcomes: need, what we do, what changes, and what proves it."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.evidence import forms
from bidkit.words import later


class EvidencePage(Page):
    """Need, what we do, what changes, and what proves it."""

    stage: ClassVar[Stage] = Stage.EVIDENCE
    purpose: ClassVar[Text] = later("Why it is needed, what changes, and what proves it.")

    def build(self) -> None:
        """Lay out the case."""
        self.add_form(forms.CASE)


PAGE = EvidencePage
