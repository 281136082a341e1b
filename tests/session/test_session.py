from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bidkit.domain.base import new_id
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.errors import FileError
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from bidkit.storage import paths
from bidkit.storage.backups import Backups

TITLE = ref(Bid, lambda bid: bid.about.title)
BUYER = ref(Bid, lambda bid: bid.opportunity.buyer.name)


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Session:
    return create_bid(tmp_path / "bid.bidkit", EMPTY, Ports("Ann", "pc-1", clock))


def test_leaving_a_field_commits_it(session: Session) -> None:
    session.document.set(TITLE, "Hubs")
    session.leave(TITLE)
    again = open_bid(session.path, session.ports, read_only=True)
    assert again.document.get(TITLE) == "Hubs"
    assert session.saved.words == "Saved 10:42"


def test_typing_is_a_draft_after_two_seconds_and_a_change_after_rest(
    session: Session, clock: Clock
) -> None:
    session.document.set(TITLE, "Hu")
    clock.wait(3)
    session.tick()
    other = open_bid(session.path, Ports("Bob", "pc-2", clock))
    assert other.document.get(TITLE) == ""
    clock.wait(61)
    session.tick()
    other.commit()
    assert other.document.get(TITLE) == "Hu"


def test_what_was_typed_before_a_crash_is_offered_again(session: Session, clock: Clock) -> None:
    session.document.set(TITLE, "Wellbeing hubs")
    clock.wait(3)
    session.tick()
    session.release()
    after = open_bid(session.path, Ports("Ann", "pc-1", clock))
    found = after.leftovers()
    assert [(one.words, str(one.place)) for one in found] == [("Wellbeing hubs", "about.title")]
    assert after.recover(found[0])
    assert after.document.get(TITLE) == "Wellbeing hubs"
    assert not after.leftovers()


def test_a_living_sessions_drafts_are_not_leftovers(session: Session, clock: Clock) -> None:
    session.document.set(TITLE, "Hubs")
    clock.wait(3)
    session.tick()
    other = open_bid(session.path, Ports("Bob", "pc-1", clock))
    assert [one.person for one in other.others] == ["Ann"]
    assert not other.leftovers()


def test_a_new_thing_is_in_the_file_at_the_next_beat(session: Session) -> None:
    session.document.add(ref(Bid, lambda bid: bid.evidence), Evidence(id=new_id(), title="JSNA"))
    session.tick()
    again = open_bid(session.path, session.ports, read_only=True)
    assert [one.title for one in again.document.bid.evidence] == ["JSNA"]


def test_two_windows_on_one_file_take_in_each_others_fields(session: Session, clock: Clock) -> None:
    other = open_bid(session.path, Ports("Bob", "pc-2", clock))
    session.document.set(TITLE, "Hubs")
    session.leave(TITLE)
    other.document.set(BUYER, "Northshire")
    other.leave(BUYER)
    clock.wait(6)
    session.tick()
    assert (session.document.get(TITLE), session.document.get(BUYER)) == ("Hubs", "Northshire")
    assert (other.document.get(TITLE), other.document.get(BUYER)) == ("Hubs", "Northshire")


def test_the_same_field_in_two_windows_is_undecided_and_nothing_is_lost(
    session: Session, clock: Clock
) -> None:
    other = open_bid(session.path, Ports("Bob", "pc-2", clock))
    session.document.set(BUYER, "Northshire Council")
    other.document.set(BUYER, "Southshire Council")
    session.leave(BUYER)
    other.leave(BUYER)
    places = other.undecided()
    assert set(places) == {"opportunity.buyer.name"}
    assert "Northshire Council" in places["opportunity.buyer.name"]
    assert "Southshire Council" in places["opportunity.buyer.name"]
    rules = {one.rule for one in other.check_now() if str(one.level) == "must fix"}
    assert rules


def test_a_file_that_is_gone_is_said_and_comes_back(session: Session, clock: Clock) -> None:
    away = session.path.with_name("away")
    session.path.rename(away)
    session.document.set(TITLE, "Hubs")
    session.leave(TITLE)
    assert session.saved.words.startswith("Not saved")
    assert session.document.get(TITLE) == "Hubs"
    away.rename(session.path)
    clock.wait(6)
    session.tick()
    assert session.saved.kind == "saved"
    again = open_bid(session.path, session.ports, read_only=True)
    assert again.document.get(TITLE) == "Hubs"


def test_work_of_a_lost_file_waits_in_the_safety_log(session: Session, clock: Clock) -> None:
    older = session.path.read_bytes()
    session.document.set(TITLE, "Hubs")
    session.leave(TITLE)
    session.close()
    session.path.write_bytes(older)
    again = open_bid(session.path, Ports("Ann", "pc-1", clock))
    assert again.document.get(TITLE) == "Hubs"


def test_a_read_only_file_is_read_and_never_written(session: Session, clock: Clock) -> None:
    session.close()
    before = session.path.read_bytes()
    reading = open_bid(session.path, Ports("Ann", "pc-1", clock), read_only=True)
    reading.document.set(TITLE, "Other")
    reading.tick()
    reading.commit()
    assert session.path.read_bytes() == before
    assert not list(session.path.parent.glob(".~lock*"))


def test_closing_says_when_something_is_not_safe(session: Session) -> None:
    session.path.unlink()
    session.document.set(TITLE, "Hubs")
    with pytest.raises(FileError):
        session.close()
    assert session.document.get(TITLE) == "Hubs"


def test_attachments_are_kept_and_read_back(session: Session) -> None:
    identity = session.attach_bytes(b"Policy", "Safeguarding.txt")
    assert session.attachment_bytes(identity) == b"Policy"
    again = open_bid(session.path, session.ports, read_only=True)
    assert again.attachment_bytes(identity) == b"Policy"


def test_opening_backs_a_bid_up_once_a_day(session: Session, clock: Clock) -> None:
    backups = Backups(paths.backups_folder())
    bid_id = session.file.bid_id
    made = len(backups.of(bid_id))
    assert made == 1
    open_bid(session.path, Ports("Ann", "pc-1", clock)).release()
    assert len(backups.of(bid_id)) == made
    clock.wait(25 * 3600)
    open_bid(session.path, Ports("Ann", "pc-1", clock)).release()
    assert len(backups.of(bid_id)) == made + 1
