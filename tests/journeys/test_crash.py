"""A program killed while somebody types: nothing that was called saved is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.refs import ref
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports, ports_here
from tests.processes import ROOT, environment

KILLS = 10
KILLS_THOROUGH = 200
NOTES = ref(Bid, lambda bid: bid.about.context_notes)
TITLE = ref(Bid, lambda bid: bid.about.title)

TYPING = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.files import open_bid
from bidkit.session.ports import Ports

now = [datetime.now(UTC)]
session = open_bid(Path(sys.argv[1]), Ports("Ann", "pc-1", lambda: now[0]))
notes = ref(Bid, lambda bid: bid.about.context_notes)
title = ref(Bid, lambda bid: bid.about.title)
for number in range(1, 100_000):
    now[0] += timedelta(seconds=3)
    session.document.set(notes, f"{session.document.get(notes)} {number}".strip())
    if number % 7 == 0:
        session.document.set(title, f"Title {number}")
        session.leave(title)
    session.tick()
    if session.saved.kind == "saved" and session.saved.at == now[0]:
        print(number, flush=True)
"""


def killed_while_typing(path: Path, after: int) -> int:
    """Type in a process of its own, kill it soon after so many things were saved.

    Returns the last number that was called saved.
    """
    command = [sys.executable, "-c", TYPING, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as typing:
        assert typing.stdout is not None
        assert typing.stderr is not None
        saved = 0
        for line in typing.stdout:
            saved = int(line)
            if saved >= after:
                break
        os.kill(typing.pid, signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        saved = max([saved, *(int(line) for line in typing.stdout if line.endswith(b"\\n"))])
        said = typing.stderr.read().decode()
    assert saved >= after, said
    return saved


def test_nothing_saved_is_lost_and_what_was_typed_is_offered(
    tmp_path: Path, thorough: bool
) -> None:
    path = tmp_path / "bid.bidkit"
    ann = ports_here("Ann")
    create_bid(path, EMPTY, ann).close()
    chance = random.Random(4)
    typed = 0
    for _ in range(KILLS_THOROUGH if thorough else KILLS):
        saved = killed_while_typing(path, chance.randrange(1, 9))
        session = open_bid(path, Ports("Ann", "pc-1", ann.clock))
        before = session.document.get(NOTES).split()
        for leftover in session.leftovers():
            assert leftover.author == "Ann"
            assert session.recover(leftover)
        after = session.document.get(NOTES).split()
        assert not session.leftovers()
        assert after[: len(before)] == before
        typed += saved
        assert len(after) >= typed, f"{saved} were saved, {len(after) - typed + saved} are there"
        typed = len(after)
        session.close()
    assert not open_bid(path, ann, read_only=True).undecided()
    assert "bid.bidkit" in {one.name for one in tmp_path.iterdir()}
