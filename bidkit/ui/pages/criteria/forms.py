"""The cards of scoring: how the whole is marked, one criterion, our own mark."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import Form, Paragraph, YesNo
from bidkit.words import later

WHOLE: Form[Bid] = Form(
    later("How the whole bid is marked"),
    (
        YesNo(
            ref(Bid, lambda b: b.scoring.published), later("Has the buyer published the criteria?")
        ),
        Paragraph(
            ref(Bid, lambda b: b.scoring.method),
            later("How they mark"),
            help=later("Weights, who marks, what puts a bid out: in their words, with the page."),
        ),
    ),
)
