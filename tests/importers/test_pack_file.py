"""A pack somebody wrote is read in like any other file: shown first, refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.errors import InputError
from bidkit.importers import pack_file
from bidkit.importers.base import Proposal, take
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.session.incoming.files import Wanted, look_into

PACKS = shipped()


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A shipped pack as a file of our own."""
    path = tmp_path / "ours.toml"
    path.write_text(PACKS.text_of("insurance"), "utf-8")
    return path


@pytest.mark.requirement(175)
def test_a_pack_file_gives_its_questions_and_lists(ours: Path) -> None:
    found = look_into(ours, Wanted(bid_id="b"))
    assert isinstance(found, Proposal)
    bid = take(EMPTY, found)
    asked = apply_pack(EMPTY, PACKS.pack("insurance"), "b")
    assert bid.questions == asked.questions
    assert {one.kind for one in bid.insurances} == {one.kind for one in asked.insurances}
    assert take(bid, found) == bid
    assert any("not confirmed" in str(one) for one in found.warnings)


def test_the_pack_of_the_menu_and_of_a_file_are_the_same_questions(ours: Path) -> None:
    bid = apply_pack(EMPTY, PACKS.pack("insurance"), "b")
    taken = take(bid, pack_file.read(ours, "b"))
    assert [one.id for one in taken.questions] == [one.id for one in bid.questions]


def test_a_faulty_pack_is_refused_with_its_line(ours: Path) -> None:
    text = ours.read_text("utf-8").replace('kind = "held"', 'kind = "hold"', 1)
    ours.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"ours\.toml:\d+: .*cannot be “hold”"):
        pack_file.read(ours)
    assert pack_file.recognises(ours)
    assert not pack_file.recognises(b"id")
