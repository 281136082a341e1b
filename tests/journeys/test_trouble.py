"""The file in trouble: pulled away, an older one brought back, no room, not to be written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.errors import FileError
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid, open_bid
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from tests.journeys.conftest import Clock
from tests.processes import python

TITLE = ref(Bid, lambda bid: bid.opportunity.title)
NOTES = ref(Bid, lambda bid: bid.about.context_notes)


@pytest.fixture
def session(tmp_path: Path, ann: Ports) -> Session:
    """A small grant, open at Ann's machine."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return create_bid(folder / "bid.bidkit", load_example("small-grant", ann.today()), ann)


def typed(session: Session, clock: Clock, words: str) -> None:
    """Type, and let a second and some more go by."""
    session.document.set(NOTES, words)
    clock.wait(3)
    session.tick()


def on_disk(session: Session) -> str:
    """Return what somebody else would read in the file."""
    return open_bid(session.path, session.ports, read_only=True).document.get(NOTES)


def test_a_file_pulled_away_is_said_and_filled_up_when_it_returns(
    session: Session, clock: Clock
) -> None:
    stick, drawer = session.path.parent, session.path.parent.with_name("drawer")
    stick.rename(drawer)
    typed(session, clock, "Typed without the stick")
    session.leave(NOTES)
    assert session.saved.kind == "not saved"
    assert "not there" in session.saved.words
    assert session.saved.advice
    typed(session, clock, "Typed without the stick, and more")
    assert session.saved.kind == "not saved"
    drawer.rename(stick)
    clock.wait(6)
    session.tick()
    assert session.saved.words.startswith("Saved ")
    assert not session.undecided()
    assert on_disk(session) == "Typed without the stick, and more"


def test_a_copy_can_be_saved_while_the_file_is_away(
    session: Session, clock: Clock, ann: Ports, tmp_path: Path
) -> None:
    session.path.unlink()
    typed(session, clock, "Only in memory")
    session.leave(NOTES)
    copy = tmp_path / "copy.bidkit"
    FrontDoor(ann).save_copy(session, copy)
    again = open_bid(copy, ann, read_only=True)
    assert again.document.get(NOTES) == "Only in memory"
    assert again.document.get(TITLE) == session.document.get(TITLE)


def test_an_older_file_that_comes_back_is_filled_up_while_open(
    session: Session, clock: Clock
) -> None:
    older = session.path.read_bytes()
    typed(session, clock, "Newer")
    session.leave(NOTES)
    session.path.write_bytes(older)
    clock.wait(6)
    session.tick()
    assert session.document.get(NOTES) == "Newer"
    assert on_disk(session) == "Newer"


def test_an_older_file_that_comes_back_is_filled_up_at_the_next_opening(
    session: Session, clock: Clock, ann: Ports
) -> None:
    older = session.path.read_bytes()
    typed(session, clock, "Newer")
    session.close()
    session.path.write_bytes(older)
    again = open_bid(session.path, ann)
    assert again.document.get(NOTES) == "Newer"
    assert again.commit()
    assert on_disk(again) == "Newer"


def test_work_that_never_reached_the_file_waits_on_this_computer(
    session: Session, clock: Clock, ann: Ports
) -> None:
    away = session.path.with_name("away")
    session.path.rename(away)
    typed(session, clock, "Typed before the battery died")
    session.leave(NOTES)
    session.release()
    away.rename(session.path)
    again = open_bid(session.path, ann)
    assert again.document.get(NOTES) == "Typed before the battery died"


@contextmanager
def no_room(size: int) -> Iterator[None]:
    """Let no file grow beyond a size meanwhile."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_and_nothing_is_lost(session: Session, clock: Clock) -> None:
    if sys.platform == "win32":
        return
    before = on_disk(session)
    with no_room(session.path.stat().st_size):
        typed(session, clock, "A long text. " * 20_000)
        session.leave(NOTES)
        assert session.saved.kind == "not saved"
        assert session.saved.words.startswith("Not saved: ")
        with pytest.raises(FileError):
            session.close()
    assert on_disk(session) == before
    clock.wait(6)
    session.tick()
    assert session.saved.words.startswith("Saved ")
    assert on_disk(session).startswith("A long text. A long text.")


LOOKING = """
import sys
from pathlib import Path
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.files import open_bid
from bidkit.session.ports import ports_here
notes = ref(Bid, lambda bid: bid.about.context_notes)
session = open_bid(Path(sys.argv[1]), ports_here("Ann"))
print(session.read_only, session.saved.kind, sep="|")
session.document.set(notes, "Typed all the same")
print(session.commit(), session.saved.kind, session.saved.why, session.saved.advice, sep="|")
print(len(session.check_now()) > 0)
"""


def test_an_old_file_that_may_not_be_written_is_read_and_says_so(
    session: Session, tmp_path: Path
) -> None:
    session.close()
    before = session.path.read_bytes()
    session.path.chmod(0o444)
    session.path.parent.chmod(0o555)
    try:
        said = python(LOOKING, session.path, ordinary=True).stdout.splitlines()
    finally:
        session.path.parent.chmod(0o755)
        session.path.chmod(0o644)
    assert said[0] == "True|saved"
    assert said[1].startswith("False|not saved|The bid file cannot be written.|Save a copy")
    assert said[2] == "True"
    assert session.path.read_bytes() == before
    assert [one.name for one in session.path.parent.iterdir()] == ["bid.bidkit"]
