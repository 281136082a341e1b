"""The cards of evidence: the case as a whole."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import Form, Paragraph
from bidkit.words import later

CASE: Form[Bid] = Form(
    later("The case in short"),
    (
        Paragraph(
            ref(Bid, lambda b: b.case.change_sought),
            later("The change we want to see"),
            help=later("For whom, and what is different at the end."),
        ),
        Paragraph(ref(Bid, lambda b: b.case.impact), later("What lasts, and who else gains")),
        Paragraph(ref(Bid, lambda b: b.case.inputs), later("What it takes")),
        Paragraph(ref(Bid, lambda b: b.case.local_knowledge), later("What we know of the place")),
        Paragraph(ref(Bid, lambda b: b.case.quotable), later("What others would repeat about us")),
    ),
    deeper=True,
)
