from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.safety.deciding import decide, decide_words, questions_of
from bidkit.session.safety.second_copies import second_copies, take_in_copy
from bidkit.session.session import Session

NEED = ref(Bid, lambda bid: bid.opportunity.summary)
VALUE = ref(Bid, lambda bid: bid.opportunity.value)
EVIDENCE = ref(Bid, lambda bid: bid.evidence)
START = NEED.set(
    Bid(evidence=(Evidence(id="e1", title="Survey"),)), "We help fifty carers in Harbour ward."
)


def ports(name: str) -> Ports:
    return Ports(name, f"pc-of-{name}", lambda: datetime(2026, 11, 21, 10, 42, tzinfo=UTC))


@pytest.fixture
def ann(tmp_path: Path) -> Session:
    return create_bid(tmp_path / "bid.bidkit", START, ports("Ann"))


def write(session: Session, words: str) -> None:
    session.document.set(NEED, words)
    session.document.seal()


@pytest.fixture
def met(ann: Session) -> Session:
    """Ann's session after Bob wrote other words into the same file."""
    bob = open_bid(ann.path, ports("Bob"))
    write(ann, "We help sixty carers in Harbour ward.")
    write(bob, "We help ninety carers in Harbour ward.")
    assert bob.commit()
    assert ann.commit()
    return ann


def test_two_versions_are_shown_with_what_differs_marked(met: Session) -> None:
    (question,) = questions_of(met)
    assert question.place == str(NEED)
    assert question.free
    said = {one.author: one for one in question.versions}
    assert set(said) == {"Ann", "Bob"}
    marked = [text.strip() for text, differs in said["Bob"].spans if differs]
    assert marked == ["ninety"]
    assert said["Ann"].words == "We help sixty carers in Harbour ward."


def test_choosing_a_version_ends_it_for_everybody(met: Session) -> None:
    (question,) = questions_of(met)
    bob = next(one for one in question.versions if one.author == "Bob")
    assert decide(met, question, bob.value)
    assert met.document.get(NEED) == "We help ninety carers in Harbour ward."
    assert questions_of(met) == ()
    again = open_bid(met.path, ports("Bob"))
    assert questions_of(again) == ()
    assert again.document.get(NEED) == bob.words


def test_the_version_that_is_shown_already_can_be_chosen(met: Session) -> None:
    (question,) = questions_of(met)
    shown = next(one for one in question.versions if one.words == met.document.get(NEED))
    assert decide(met, question, shown.value)
    assert met.undecided() == {}
    assert met.document.get(NEED) == shown.words


def test_words_written_anew_stand_in_place_of_both_and_can_be_undone(met: Session) -> None:
    (question,) = questions_of(met)
    assert "sixty" in question.together
    assert "ninety" in question.together
    assert decide_words(met, question, "We help many carers.")
    assert met.document.get(NEED) == "We help many carers."
    assert questions_of(met) == ()
    met.document.undo()
    met.commit()
    assert met.document.get(NEED) != "We help many carers."


@pytest.mark.parametrize("keeps", [True, False])
def test_a_thing_one_deleted_and_another_changed_is_kept_or_goes(
    ann: Session, *, keeps: bool
) -> None:
    bob = open_bid(ann.path, ports("Bob"))
    ann.document.remove(EVIDENCE.item("e1"))
    title = EVIDENCE.item("e1").then(ref(Evidence, lambda one: one.title))
    bob.document.set(title, "Survey of 2026")
    assert bob.commit()
    assert ann.commit()
    (question,) = questions_of(ann)
    assert question.deletion
    gone = [one for one in question.versions if one.words == "Taken out."]
    kept = [one for one in question.versions if one not in gone]
    assert decide(ann, question, (kept if keeps else gone)[0].value)
    assert questions_of(ann) == ()
    assert bool(ann.document.bid.evidence) is keeps


def test_a_second_copy_of_a_sync_program_is_found_and_taken_in(ann: Session) -> None:
    copy = ann.path.with_name("bid (Bob's conflicted copy 2026-11-21).bidkit")
    copy.write_bytes(ann.path.read_bytes())
    assert second_copies(ann) == ()
    bob = open_bid(copy, ports("Bob"))
    write(bob, "We help fifty carers in Harbour ward and beyond.")
    bob.close()
    (found,) = second_copies(ann)
    assert found.path == copy
    assert take_in_copy(ann, found) >= 1
    assert ann.document.get(NEED) == "We help fifty carers in Harbour ward and beyond."
    assert second_copies(ann) == ()
    assert copy.exists()


def test_money_is_shown_as_money_and_is_chosen_not_written(ann: Session) -> None:
    bob = open_bid(ann.path, ports("Bob"))
    for session, value in ((ann, 560_000), (bob, 570_000)):
        session.document.set(VALUE, Decimal(value))
    assert bob.commit()
    assert ann.commit()
    (question,) = questions_of(ann)
    assert {one.words for one in question.versions} == {"£560,000", "£570,000"}
    assert not question.free
    assert decide(ann, question, question.versions[1].value)
    assert ann.document.get(VALUE) in (Decimal(560_000), Decimal(570_000))
    assert questions_of(ann) == ()
