"""The kinds of cost in the order people think of them, with their words."""

from bidkit.domain.costs import CostKind
from bidkit.words import Words, later, tr

COST_KINDS: tuple[tuple[CostKind, Words], ...] = (
    ("staff", later("Staff")),
    ("volunteers", later("Volunteers")),
    ("premises", later("Premises")),
    ("activity", later("Activities")),
    ("travel", later("Travel")),
    ("equipment", later("Equipment")),
    ("training", later("Training")),
    ("partner", later("A partner's work")),
    ("hub", later("Running the partnership")),
    ("monitoring", later("Measuring results")),
    ("vat", later("VAT we cannot get back")),
    ("other", later("Other")),
)


def kind_words(kind: str) -> str:
    """Return a kind of cost in words; what has none counts as other."""
    return next((str(words) for known, words in COST_KINDS if known == kind), tr("Other"))
