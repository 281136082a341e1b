"""New bids get a file of their own; notices and packs fill them; copies are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.errors import BidKitError
from bidkit.session.ports import ports_here
from bidkit.ui.shelf import Shelf, file_name


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A folder for bids that is not there yet."""
    return Shelf(ports_here("Ann"), tmp_path / "bids")


def test_a_new_bid_has_a_file(shelf: Shelf, tmp_path: Path) -> None:
    session = shelf.begin("small_grant")
    session.document.set(ref(Bid, lambda b: b.opportunity.title), "Hubs")
    shelf.close(session)
    assert [entry.path.name for entry in shelf.recent()] == ["New bid.bidkit"]
    again = shelf.open(tmp_path / "bids" / "New bid.bidkit")
    assert again.document.bid.opportunity.title == "Hubs"
    shelf.close(again)


def test_names_do_not_collide(shelf: Shelf) -> None:
    first, second = shelf.example("harbour"), shelf.example("harbour")
    assert first.path != second.path
    assert second.path.stem.endswith(" 2")
    shelf.close(first)
    shelf.close(second)


def test_a_copy_is_whole(shelf: Shelf, tmp_path: Path) -> None:
    session = shelf.example("small-grant")
    shelf.save_copy(session, tmp_path / "copy.bidkit")
    copy = shelf.open(tmp_path / "copy.bidkit")
    assert copy.document.bid == session.document.bid
    shelf.close(copy)
    shelf.close(session)


def test_a_pack_fills_a_bid(shelf: Shelf) -> None:
    identity = shelf.packs()[0][0]
    assert shelf.from_pack(identity, "contract").about.route == "contract"


def test_a_file_that_is_no_bid_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "letter.bidkit"
    path.write_text("Dear all", encoding="utf-8")
    with pytest.raises(BidKitError):
        shelf.open(path)


@pytest.mark.parametrize(
    ("title", "name"),
    [("A/B: what?", "A B what"), ("...", "New bid"), ("  x  ", "x"), ("a" * 99, "a" * 60)],
)
def test_titles_become_file_names(title: str, name: str) -> None:
    assert file_name(title) == name
