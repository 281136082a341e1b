"""Words that are taken back are gone from the file, its backups and undo, and stay gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bidkit.domain import evidence as proof
from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.refs import parse_ref
from bidkit.errors import InputError
from bidkit.session.files import back_up, create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.safety.forgetting import forget_words
from bidkit.session.session import Session
from bidkit.storage import paths

SECRET = "Nobody had asked me that in eleven years"
SAID = proof.Testimonial(
    id="t1", quotation=SECRET, consent="yes", scope=("bids",), withdrawn_on=date(2026, 1, 2)
)


def begun(tmp_path: Path, **fields: object) -> Session:
    bid: Bid = with_fields(EMPTY, {"testimonials": (SAID,), **fields})
    return create_bid(tmp_path / "bid.bidkit", bid, Ports("Ann"))


def everywhere(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


@pytest.mark.requirement(117)
def test_words_taken_back_are_gone_for_good(tmp_path: Path) -> None:
    session = begun(tmp_path)
    session.document.set(parse_ref(Bid, "testimonials[t1].quotation"), f"{SECRET}!")
    assert session.commit()
    assert back_up(session.file, session.ports, "merge")
    kept = (tmp_path, paths.backups_folder(), session.path.parent)
    assert any(SECRET.encode() in everywhere(one) for one in kept[:2])
    assert forget_words(session, "t1")
    assert session.document.bid.testimonials == ()
    assert session.document.undo() is None
    session.close()
    assert not any(SECRET.encode() in everywhere(one) for one in kept)
    assert open_bid(tmp_path / "bid.bidkit", Ports("Ann")).document.bid.testimonials == ()


def test_words_that_stand_elsewhere_are_taken_out_there_first(tmp_path: Path) -> None:
    answer = Answer(id="a", parent="q", text=f"She said: {SECRET}.")
    session = begun(tmp_path, answers=(answer,))
    with pytest.raises(InputError) as refused:
        forget_words(session, "t1")
    assert "answers[a].text" in refused.value.why
    assert session.document.bid.testimonials == (SAID,)
