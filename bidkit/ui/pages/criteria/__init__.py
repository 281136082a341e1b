"""Scoring criteria: what the panel marks, how, and where one more mark is worth most."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.criteria import forms
from bidkit.words import later


class CriteriaPage(Page):
    """What the panel marks, how, and where one more mark is worth most."""

    stage: ClassVar[Stage] = Stage.CRITERIA
    purpose: ClassVar[Text] = later("What the panel marks and how.")

    def build(self) -> None:
        """Lay out how the whole is marked."""
        self.add_form(forms.WHOLE)


PAGE = CriteriaPage
