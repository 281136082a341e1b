"""What the partners' fields say together: structure, fit, papers, money, the five boxes."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words, money_words, number_words, percent_words
from bidkit.figures.readings.partnership import FIT, Part, RollUp, fit_of, roll_up
from bidkit.figures.rounding import NOUGHT
from bidkit.packs.catalogue import shipped
from bidkit.ui.reading_card import Sentence, Shown, Sight
from bidkit.words import later, tr

NOT_KNOWN = "–"


def structure(bid: Bid) -> Shown | None:
    """Return what speaks for and against the structure that is chosen."""
    chosen = bid.partnership.structure
    line = next((one for one in shipped().prompts("structures") if one.key == chosen), None)
    if line is None:
        return None
    said: list[Sentence] = [(f"{line.text}. {line.help}", "ink")]
    said.append((tr("Take legal advice before you choose: it is hard to change later."), "muted"))
    return Shown(said)


def fit(bid: Bid) -> Shown | None:
    """Return every partner's marks side by side, and what to talk about first."""
    judged = [(one, fit_of(one)) for one in bid.partners if one.role != "lead"]
    if not any(found.judged for _, found in judged):
        return None
    headings = (
        tr("Partner"),
        tr("Trust"),
        tr("Adds"),
        tr("No rival"),
        tr("Culture"),
        tr("Capacity"),
        tr("People"),
        tr("In all"),
    )
    rows = [
        (
            one.name or tr("(no name yet)"),
            *(number_words(getattr(one, name)) or NOT_KNOWN for name in FIT),
            tr("{points} of {most}", points=found.points, most=found.most)
            if found.judged
            else NOT_KNOWN,
        )
        for one, found in judged
    ]
    said: list[Sentence] = []
    noughts = [one.name for one, found in judged if found.noughts]
    if noughts:
        words = tr("▲ Talk first with: {names}. A 0 stands.", names=", ".join(noughts))
        said.append((words, "warn"))
    open_ones = sum(not found.whole for _, found in judged)
    if open_ones:
        said.append((tr("{n} not judged on all six yet.", n=open_ones), "muted"))
    return Shown(said, headings, rows)


def papers(bid: Bid) -> Shown | None:
    """Return how many papers were asked for and came, partner by partner."""
    others = [one for one in bid.partners if one.role != "lead"]
    if not others:
        return None
    headings = (tr("Partner"), tr("Asked"), tr("Came"), tr("Good"), tr("Poor"))
    rows, without = [], 0
    for one in others:
        mine = [each for each in bid.partner_checks if each.parent == one.id]
        without += not mine
        counts = (
            sum(each.asked_on is not None for each in mine),
            sum(each.received_on is not None for each in mine),
            sum(each.shows == "good" for each in mine),
            sum(each.shows == "poor" for each in mine),
        )
        shown = (f"{counts[0]} / {len(mine)}", *(str(n) for n in counts[1:]))
        name = one.name or tr("(no name yet)")
        rows.append((name, *(shown if mine else (NOT_KNOWN,) * 4)))
    offer = tr("Ask for the usual papers") if without else ""
    said: list[Sentence] = []
    if without:
        words = tr("{n} partners have no list of papers yet.", n=without)
        said.append(
            (tr("One partner has no list of papers yet.") if without == 1 else words, "muted")
        )
    return Shown(said, headings, rows, offer=offer)


def money(bid: Bid) -> Shown | None:
    """Return what each partner costs, is due and is paid, with the hub and what is left."""
    if not bid.partners:
        return None
    line = shipped().figure("vat_standard_rate")
    found = roll_up(bid, line.value if line is not None else None)
    headings = (
        tr("Partner"),
        tr("Full cost"),
        tr("Share due"),
        tr("Paid"),
        tr("Left over"),
        tr("Target"),
    )
    rows = [_row(one) for one in found.parts]
    total = (
        tr("In all"),
        _pounds(found.full_cost if found.costed else None),
        _pounds(found.members),
        _pounds(found.paid or None),
        "",
        "",
    )
    own = next((one for one in bid.partners if one.role == "lead" and one.price is None), None)
    lead = own.name if own is not None else ""
    return Shown(_money_words(found, lead), headings, (*rows, total), sum_row=True)


def _row(one: Part) -> tuple[str, ...]:
    stretch = "" if one.stretch is None else percent_words(one.stretch)
    if one.stretch is not None and one.stretch > 0:
        stretch = f"▲ +{stretch}"
    left = _pounds(one.left)
    if one.left is not None and one.left < NOUGHT:
        left = f"▲ {left}"
    return (
        one.name or tr("(no name yet)"),
        _pounds(one.full_cost),
        _pounds(one.due),
        _pounds(one.paid),
        left,
        stretch or NOT_KNOWN,
    )


def _pounds(amount: Decimal | None) -> str:
    return money_words(amount) if amount is not None else NOT_KNOWN


def _money_words(found: RollUp, lead: str) -> tuple[Sentence, ...]:
    said: list[Sentence] = []
    if found.price is None:
        said.append((tr("There is no price yet, so nothing can be shared out."), "muted"))
    elif found.hub is not None:
        words = tr(
            "The centre keeps {hub} of {price}; {rest} is shared out.",
            hub=money_words(found.hub),
            price=money_words(found.price),
            rest=money_words(found.members),
        )
        said.append((words, "ink"))
    if found.left is not None:
        over = money_words(abs(found.left))
        if found.left < NOUGHT:
            said.append((tr("▲ {over} more is paid than there is.", over=over), "warn"))
        elif lead:
            words = tr("{over} stays with {lead} for its own part.", over=over, lead=lead)
            said.append((words, "ink"))
        else:
            said.append((tr("{over} is not given to anybody yet.", over=over), "muted"))
    missing = sum(one.full_cost is None and one.name != lead for one in found.parts)
    if missing:
        said.append((tr("{n} without a full cost: the sum is not whole.", n=missing), "muted"))
    if found.unrecovered:
        words = tr(
            "▲ Partners charge {vat} VAT that you cannot get back: put it in the price.",
            vat=money_words(found.unrecovered),
        )
        said.append((words, "warn"))
    return tuple(said)


def boxes(bid: Bid) -> Shown | None:
    """Return what the five boxes say together."""
    answers = [one.answer for one in bid.subcontract_tests]
    if not answers:
        return None
    open_ones, poor = answers.count(""), answers.count("poor")
    if poor:
        words = tr("▲ {n} poor: change the terms before you sign, or do not sign.", n=poor)
        return Shown(((words, "warn"),))
    if open_ones:
        return Shown(((tr("{n} of {all} still open.", n=open_ones, all=len(answers)), "muted"),))
    good = answers.count("good")
    words = tr("✓ Nothing poor; {n} of {all} good.", n=good, all=len(answers))
    return Shown(((words, "good"),))


def terms(bid: Bid) -> Shown | None:
    """Return whose confidentiality is dated, because prices go nowhere without it."""
    others = [one for one in bid.partners if one.role != "lead"]
    if not others:
        return None
    rows = [
        (
            one.name or tr("(no name yet)"),
            day_words(one.confidentiality_on, weekday=False) or tr("not yet"),
            _rival_words(one.in_rival_bid),
        )
        for one in others
    ]
    headings = (tr("Partner"), tr("Confidentiality agreed"), tr("In a rival bid"))
    said: list[Sentence] = []
    rivals = [one.name for one in others if one.in_rival_bid == "yes"]
    if rivals:
        words = tr("▲ In a rival bid too: {names}. No price, no method.", names=", ".join(rivals))
        said.append((words, "bad"))
    return Shown(said, headings, rows)


def _rival_words(answer: str) -> str:
    if answer == "yes":
        return tr("▲ yes")
    return {"no": tr("no"), "unknown": tr("not known")}.get(answer, tr("not asked"))


STRUCTURE = Sight(later("What speaks for and against it"), ("partnership",), structure)
FIT_SHOWN = Sight(later("How they fit, side by side"), ("partners",), fit)
PAPERS = Sight(
    later("What was asked and what came"),
    (
        "partners",
        "partner_checks",
    ),
    papers,
)
MONEY = Sight(
    later("How the money falls"),
    (
        "partners",
        "partnership",
        "costing",
        "cost_lines",
    ),
    money,
)
BOXES = Sight(later("What the boxes say"), ("subcontract_tests",), boxes)
TERMS = Sight(later("Who may see prices"), ("partners",), terms)
