"""Guidance: every stage has it, every address it names is real, and the nearest note is first."""

from __future__ import annotations

import re
import tomllib

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Item, Ref, annotation_at
from bidkit.domain.shape import shape_of
from bidkit.domain.stages import GROUPS, Stage
from bidkit.packs.guidance import Note, guidance_for, notes_of
from bidkit.resources import resource

STAGES = [stage for group in GROUPS for stage in group.stages]
NOTES = [(stage, note) for stage in Stage for note in notes_of(stage)]


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_guidance(stage: Stage) -> None:
    assert len(notes_of(stage)) >= 5
    assert any(not note.about for note in notes_of(stage))


def test_every_file_is_of_a_stage_and_every_key_is_known() -> None:
    known = {"title", "text", "source", "origin", "about", "not_for", "when", "confirmed"}
    for path in resource("guidance").glob("*.toml"):
        assert path.stem in set(Stage)
        for entry in tomllib.loads(path.read_text("utf-8"))["notes"]:
            assert set(entry) <= known
            assert entry.get("when", "") in ("", "before notice", "after notice")


@pytest.mark.parametrize(("stage", "note"), NOTES, ids=lambda value: getattr(value, "title", value))
def test_a_note_is_short_plain_and_sourced(stage: Stage, note: Note) -> None:
    assert note.source
    sentences = len(re.findall(r"[.?!]”?(?:\s|$)", note.text))
    assert 2 <= sentences <= 3
    assert len(note.text.split()) <= 65
    for start in note.about:
        assert is_address(start), start


def is_address(start: str) -> bool:
    """Tell whether a start of an address, without identities, leads somewhere in a bid."""
    first, *rest = start.split(".")
    steps: list[str | Item] = [first]
    if first in shape_of(Bid).collections and rest:
        steps.append(Item("-"))
    place: Ref[Bid, object] = Ref(Bid, (*steps, *rest))
    try:
        annotation_at(Bid, place.steps)
    except (KeyError, AttributeError):
        return False
    return True


def test_the_nearest_note_is_first() -> None:
    notes = guidance_for(Stage.ORGANISATION, "organisation.share_code.code")
    assert notes[0].title == "The share code"
    notes = guidance_for(Stage.EVIDENCE, "outcomes[o1].strength")
    assert [note.title for note in notes] == ["How strong is it?", "The chain"]


def test_a_place_without_a_note_of_its_own_gets_those_of_the_stage() -> None:
    notes = guidance_for(Stage.ORGANISATION, "organisation.phone")
    assert notes
    assert all(not note.about for note in notes)


def test_a_small_grant_never_meets_what_it_has_not() -> None:
    for stage in (Stage.COSTS, Stage.OPPORTUNITY, Stage.ORGANISATION, Stage.EVIDENCE):
        words = " ".join(n.title + n.text for n in guidance_for(stage, route="small_grant"))
        for word in ("share code", "drivers", "lots", "transfer", "pays for itself"):
            assert not re.search(rf"\b{word}\b", words.lower())
    assert len(guidance_for(Stage.COSTS)) > len(guidance_for(Stage.COSTS, route="small_grant"))


@pytest.mark.requirement(5)
def test_once_the_notice_is_out_only_the_portal_is_advised() -> None:
    before = {n.title for n in guidance_for(Stage.OPPORTUNITY, "contacts", notice_out=False)}
    after = {n.title for n in guidance_for(Stage.OPPORTUNITY, "contacts", notice_out=True)}
    assert before == {"Talk while you may"}
    assert after == {"Only the portal now"}


def test_old_pages_are_named_only_after_todays_source() -> None:
    for _, note in NOTES:
        today = note.source.removesuffix(note.origin)
        assert not re.search(r"From Policy to Practice|Partnership in Public|Miliband|Hope,", today)
        if note.origin:
            assert note.source.endswith(note.origin)
            assert not note.source.startswith(note.origin)
