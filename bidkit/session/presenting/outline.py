"""An outline of the presentation drafted from the bid: what we say, in how many minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bidkit.domain.base import keys_after, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Slide
from bidkit.domain.showing import number_words
from bidkit.figures.shares import apportion
from bidkit.session.document import Document, sorted_entries
from bidkit.words import tr

HALF = Decimal("0.5")
MOST_POINTS = 5
SLIDES = ref(Bid, lambda b: b.slides)
Existing = Literal["add", "replace"]
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“‘])")


@dataclass(frozen=True)
class Part:
    """One part of the outline: its title, its points, and how much of the time it is worth."""

    title: str
    points: tuple[str, ...]
    worth: int
    notes: str = ""


def outline(bid: Bid) -> tuple[Slide, ...]:
    """Return the parts of a presentation that the bid has something to say on, minutes shared."""
    parts = tuple(part for part in _parts(bid) if part.points)
    minutes = shared_minutes(bid.presentation.minutes, [part.worth for part in parts])
    keys = keys_after("", len(parts))
    return tuple(
        Slide(
            id=new_id(),
            order=key,
            title=part.title,
            points="\n".join(part.points),
            minutes=time,
            notes=part.notes,
        )
        for part, time, key in zip(parts, minutes, keys, strict=True)
    )


def shared_minutes(minutes: int | None, worths: Sequence[int]) -> tuple[Decimal | None, ...]:
    """Return the minutes of each part in half minutes; they add up to the whole exactly.

    Formula: minutes apportioned by worth, as any amount is shared out.
    """
    if not minutes or minutes < 0 or not sum(worths):
        return (None,) * len(worths)
    return apportion(Decimal(minutes), [Decimal(worth) for worth in worths], HALF)


def draft_outline(document: Document, existing: Existing = "add") -> int:
    """Put the outline into the bid as one step, after what is there or in its place."""
    made = outline(document.bid)

    def change(bid: Bid) -> Bid:
        kept = bid.slides if existing == "add" else ()
        last = max((one.order for one in kept), default="")
        keys = keys_after(last, len(made))
        placed = (
            one.model_copy(update={"order": key}) for one, key in zip(made, keys, strict=True)
        )
        return SLIDES.set(bid, sorted_entries((*kept, *placed)))

    if made:
        document.edit(tr("Draft the outline"), change, place=SLIDES)
    return len(made)


def minutes_words(bid: Bid) -> str:
    """Return in words what the parts add up to against the minutes there are."""
    used = sum((one.minutes for one in bid.slides if one.minutes is not None), Decimal(0))
    without = sum(one.minutes is None for one in bid.slides)
    most = bid.presentation.minutes
    if not bid.slides:
        return ""
    said = tr("The parts take {used} minutes.", used=number_words(used))
    if most is not None:
        left = most - used
        sums = {"used": number_words(used), "most": number_words(most)}
        if left > 0:
            said = tr(
                "The parts take {used} of {most} minutes: {left} left.",
                left=number_words(left),
                **sums,
            )
        elif left < 0:
            said = tr(
                "The parts take {used} of {most} minutes: {over} too many.",
                over=number_words(-left),
                **sums,
            )
        else:
            said = tr("The parts take {used} of {most} minutes: exactly right.", **sums)
    if without == 1:
        return f"{said} {tr('One part has no minutes yet.')}"
    if without:
        return f"{said} {tr('{n} parts have no minutes yet.', n=without)}"
    return said


def runs_over(bid: Bid) -> bool:
    """Tell whether the parts take more minutes than there are."""
    used = sum((one.minutes for one in bid.slides if one.minutes is not None), Decimal(0))
    return bid.presentation.minutes is not None and used > bid.presentation.minutes


def sentences(text: str, most: int = MOST_POINTS) -> tuple[str, ...]:
    """Return the first sentences of a text, one by one."""
    whole = " ".join(text.split())
    found = [one.strip() for one in _SENTENCE.split(whole)]
    return tuple(one for one in found if one)[:most]


def _parts(bid: Bid) -> Iterator[Part]:
    offer = bid.offer
    short = offer.words_50 or offer.words_100 or offer.words_200
    longer = offer.words_200 if short != offer.words_200 else ""
    brief = bid.presentation.brief.strip()
    asked = tr("They asked: {brief}", brief=brief) if brief else ""
    yield Part(bid.organisation.name or tr("Who we are"), sentences(short, 3), 2, asked)
    every = [one for one in bid.steps if one.title]
    delivered = [one for one in every if one.phase == "delivery"]
    steps = tuple(one.title for one in delivered or every)
    yield Part(tr("How it works"), steps[:MOST_POINTS] or sentences(longer), 3)
    yield Part(tr("What changes for people"), tuple(_changes(bid))[:MOST_POINTS], 4)
    included = tuple(one.statement for one in bid.value_items if one.include == "yes")
    value = included[:MOST_POINTS] or sentences(bid.full_value.statement, 3)
    yield Part(tr("What you gain besides"), value, 2)
    yield Part(tr("Who does it"), tuple(_team(bid))[:MOST_POINTS], 2)
    theme = sentences(bid.about.win_theme or bid.decision.strengths, 2)
    yield Part(tr("Why us"), theme, 1)


def _changes(bid: Bid) -> Iterator[str]:
    """Yield the outcomes in order of rank, each with what was reached where it is known."""
    ranked = sorted(bid.outcomes, key=lambda one: (one.rank == "secondary", one.order))
    for outcome in ranked:
        seen = next(
            (one for one in bid.indicators if one.parent == outcome.id and one.result is not None),
            None,
        )
        if seen is None or seen.result is None or not seen.text:
            yield outcome.text
            continue
        reached = " ".join(part for part in (number_words(seen.result), seen.unit) if part)
        yield f"{outcome.text}: {seen.text}, {reached}"


def _team(bid: Bid) -> Iterator[str]:
    ranked = sorted(bid.roles, key=lambda one: (one.key_person != "yes", one.order))
    for role in ranked:
        if role.title:
            yield role.title
