"""Makes the sample file kept for one version of the stored shape: run once, when it is new.

A sample under tests/samples is never made again: it stands for files people have.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bidkit.changes.change import Origin, make_change
from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.refs import parse_ref
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key

PASSWORD = "plain green tea at noon"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that moves a minute each time it is read."""

    def __init__(self) -> None:
        self._at = START

    def __call__(self) -> datetime:
        self._at += timedelta(minutes=1)
        return self._at


def sample_bid() -> Bid:
    """Return an invented bid with a value of every kind of stored shape."""
    bid = EMPTY.model_copy(
        update={
            "lots": (Lot(id="l1", order="1", number="1", title="North"),),
            "questions": (
                Question(
                    id="q1",
                    order="1",
                    number="3.1",
                    title="Delivery",
                    text="How will you deliver?\nSay who does what.",
                    limit=Limit(most=500, unit="words"),
                    lots=("l1",),
                ),
            ),
            "answers": (
                Answer(
                    id="a1", parent="q1", order="1", text="We **will** help 50 people.\n\n- One"
                ),
            ),
            "evidence": (Evidence(id="e1", order="1", title="Survey", n=48, on=date(2025, 5, 1)),),
        }
    )
    for place, value in (
        ("about.title", "Wellbeing hubs"),
        ("about.route", "contract"),
        ("opportunity.buyer.name", "Northshire Council"),
        ("opportunity.cpv", ("85000000", "85300000")),
    ):
        bid = parse_ref(Bid, place).set(bid, value)
    return bid


def write(file: BidFile, place: str, value: object) -> None:
    """Write one field."""
    bid = file.current.bid
    file.commit(bid, parse_ref(Bid, place).set(bid, value))


def make_sample(folder: Path, name: str) -> None:
    """Make the plain and the protected sample: two writers, a conflict, a version, a draft."""
    path = folder / f"{name}.bidkit"
    BidFile.create(path, sample_bid(), author="Ann Example", clock=Clock())
    ann = BidFile.open(path, author="Ann Example", clock=Clock())
    bob = BidFile.open(path, author="Bob Example", clock=Clock())
    ann.load()
    bob.load()
    kept = ann.attach(b"An invented report.\n", "report.txt")
    bid = ann.current.bid
    ann.commit(bid, bid.model_copy(update={"attachments": (kept.model_copy(update={"id": "f1"}),)}))
    ann.name_version("Before the trustees")
    write(ann, "about.title", "Wellbeing hubs for all")
    write(bob, "about.title", "New wellbeing hubs")
    write(ann, "evidence[e1].finding", "People felt less alone.")
    write(ann, "about.context_notes", "Ann's notes")
    write(bob, "about.context_notes", "Bob's notes")
    newer = Origin("Cy Example", "0123456789abcdef", START)
    ann._note([make_change(("spells", "s1", ""), '{"name":"x"}', (), newer, 1)], None)
    ann.flush()
    ann.write_draft("answers[a1].text", "We will help 60", "We will help 50 people.")
    ann.copy_to(folder / f"{name}-protected.bidkit", key=Key(PASSWORD))


if __name__ == "__main__":
    make_sample(Path(sys.argv[1]), sys.argv[2])
