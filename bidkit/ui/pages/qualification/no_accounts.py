"""What a body without accounts is asked instead (test E11)."""

from __future__ import annotations

from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.ui.forms.spec import Form, YesNo
from bidkit.words import later

INSTEAD: Form[Bid] = Form(
    later("No accounts yet?"),
    (
        YesNo(
            ref(Bid, lambda b: b.organisation.cash_forecast),
            later("Can you give a cash flow forecast for twelve months?"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.bank_letter),
            later("Can you give a letter from your bank?"),
        ),
    ),
    purpose=later(
        "Some councils take both in place of filed accounts. See whether this buyer does."
    ),
)


def is_instead(place: Ref[Bid, Any]) -> bool:
    """Tell whether an address is that of what stands in place of accounts."""
    return any(field.ref.steps == place.steps for field in INSTEAD.fields)
