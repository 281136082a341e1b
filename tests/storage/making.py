"""Bid files as tests need them, and ways to spoil them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import apsw

from bidkit.domain.answers import Answer
from bidkit.domain.attachments import Attachment
from bidkit.domain.base import keys_after
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key

TITLE = ref(Bid, lambda bid: bid.about.title)
HUBS = TITLE.set(EMPTY, "Wellbeing hubs")
PAGE = 4096


def some_bid(answers: int = 20, evidence: int = 40, seed: int = 1) -> Bid:
    """Return a bid of invented words."""
    chance = Random(seed)

    def text(words: int) -> str:
        return " ".join(f"word{chance.randrange(3000)}" for _ in range(words))

    return HUBS.model_copy(
        update={
            "answers": tuple(
                Answer(id=f"a{n}", order=order, text=text(200))
                for n, order in enumerate(keys_after("", answers))
            ),
            "evidence": tuple(
                Evidence(id=f"e{n}", order=order, title=text(6), finding=text(30))
                for n, order in enumerate(keys_after("", evidence))
            ),
        }
    )


def filled_file(path: Path, files: int = 8, key: Key | None = None) -> BidFile:
    """Make a file of a bid with answers, evidence and attachments."""
    file = BidFile.create(path, some_bid(), author="Ann", key=key)
    chance = Random(2)
    kept: list[Attachment] = []
    for number in range(files):
        kept.append(file.attach(chance.randbytes(200_000), f"file{number}.bin"))
    bid = file.current.bid
    file.commit(bid, bid.model_copy(update={"attachments": tuple(kept)}))
    return file


def tamper(path: Path, *statements: str) -> None:
    """Change a file behind BidKit's back, as a stranger might."""
    with apsw.Connection(str(path)) as stranger:
        stranger.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
        for statement in statements:
            stranger.execute(statement)
    stranger.close()
