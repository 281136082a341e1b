"""The laws of merging: whatever people write and in whatever order copies meet, nothing is lost."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.changes.change import Change
from bidkit.changes.fold import Fold, fold
from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.evidence import Evidence
from tests.changes.making import Copy

PEOPLE = ("Ann", "Bob", "Cy")
START = EMPTY.model_copy(
    update={
        "answers": (Answer(id="a1", text="We help people in Leeds."), Answer(id="a2")),
        "evidence": (Evidence(id="e1", title="Survey of 2025"),),
        "criteria": (Criterion(id="c1"), Criterion(id="c2"), Criterion(id="c3")),
    }
)
PLACES = (
    "about.title",
    "answers[a1].text",
    "answers[a2].text",
    "answers[a1].status",
    "evidence[e1].title",
    "evidence[e1].outcomes",
    "criteria[c1].parent",
    "criteria[c2].parent",
    "criteria[c3].order",
)
WORDS = st.lists(
    st.sampled_from(["We", "help", "people", "in", "Leeds.", "more", "York", "ten"]), max_size=6
).map(" ".join)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.integers(0, 2), st.sampled_from(PLACES), WORDS),
        st.tuples(st.just("remove"), st.integers(0, 2), st.sampled_from(("e1", "a2")), WORDS),
        st.tuples(st.just("restore"), st.integers(0, 2), st.sampled_from(("e1", "a2")), WORDS),
        st.tuples(st.just("take"), st.integers(0, 2), st.sampled_from(("0", "1", "2")), WORDS),
    ),
    max_size=14,
)
Action = tuple[str, int, str, str]


def play(actions: list[Action]) -> list[Copy]:
    """Let three people write what the actions say, each in a copy of their own."""
    first = Copy("Zoe")
    first.write(START)
    copies = [first.copied(person) for person in PEOPLE]
    for act, who, where, words in actions:
        person = copies[who]
        if act == "take":
            person.merge(copies[int(where)])
        elif act == "set":
            write(person, where, words)
        else:
            change_presence(person, where, present=act == "restore")
    return copies


def write(person: Copy, place: str, words: str) -> None:
    """Write words as the kind of value this place takes."""
    collection, _, rest = place.partition("[")
    identity = rest.partition("]")[0]
    if identity and identity not in {one.id for one in getattr(person.bid, collection)}:
        return
    count = len(words.split())
    values = {
        "status": ("drafting", "agreed", "for review")[count % 3],
        "outcomes": tuple(sorted(set(words.split()))),
        "parent": ("", "c1", "c2", "c3")[count % 4],
        "order": ("", "a", "b", "c")[count % 4],
    }
    person.set(place, values.get(place.rpartition(".")[2], words))


def change_presence(person: Copy, identity: str, *, present: bool) -> None:
    """Remove a thing, or put it back as it was at the start."""
    collection = "evidence" if identity == "e1" else "answers"
    entries = [one for one in getattr(person.bid, collection) if one.id != identity]
    if present:
        entries += [one for one in getattr(START, collection) if one.id == identity]
    entries.sort(key=lambda one: (one.order, one.id))
    person.write(person.bid.model_copy(update={collection: tuple(entries)}))


def picture(folded: Fold) -> tuple[Bid, tuple[object, ...]]:
    return folded.bid, folded.conflicts


def united(*sets: dict[str, Change]) -> dict[str, Change]:
    every: dict[str, Change] = {}
    for one in sets:
        every.update(one)
    return every


@given(ACTIONS)
def test_what_a_copy_shows_is_what_its_changes_amount_to(actions: list[Action]) -> None:
    for copy in play(actions):
        assert picture(copy.fold) == picture(fold(copy.changes.values()))


@given(ACTIONS)
def test_all_orders_of_merging_end_alike(actions: list[Action]) -> None:
    copies = play(actions)
    results = [Copy("Zoe").merge(*order, *order) for order in permutations(copies)]
    assert all(picture(one.fold) == picture(results[0].fold) for one in results[1:])


@given(ACTIONS)
def test_merging_is_commutative_associative_and_idempotent(actions: list[Action]) -> None:
    ann, bob, cy = (copy.changes for copy in play(actions))
    left = united(united(ann, bob), cy)
    right = united(cy, united(bob, ann), ann)
    assert picture(fold(left.values())) == picture(fold(right.values()))


@given(ACTIONS)
def test_every_word_that_stands_in_a_head_is_shown_or_offered(actions: list[Action]) -> None:
    copies = play(actions)
    merged = Copy("Zoe").merge(*copies)
    shown = merged.bid.model_dump_json()
    for conflict in merged.fold.conflicts:
        shown += "".join(str(version.plain) for version in conflict.alternatives)
    base = {word for answer in START.answers for word in answer.text.split()}
    for place in ("about.title", "answers[a1].text"):
        if place != "about.title" and "a1" not in {one.id for one in merged.bid.answers}:
            continue
        strand = merged.ledger.strand(
            ("answers", "a1") if place != "about.title" else ("", "about.title"), merged.values
        )
        for head in strand.heads_of(place.rpartition(".")[2] if "[" in place else place, '""'):
            value = strand.reader("text" if "[" in place else place, '""')(head) or '""'
            assert all(word in shown for word in set(value.strip('"').split()) - base)


@given(ACTIONS)
def test_what_one_writes_alone_is_read_back_exactly(actions: list[Action]) -> None:
    alone = [(act, 0, where, words) for act, _, where, words in actions if act != "take"]
    copy = play(alone)[0]
    assert not copy.fold.conflicts or all(
        conflict.kind == "belonging" for conflict in copy.fold.conflicts
    )
    assert fold(copy.changes.values()).bid == copy.bid


@settings(max_examples=20)
@given(ACTIONS)
def test_deciding_every_place_ends_every_conflict(actions: list[Action]) -> None:
    merged = Copy("Zoe").merge(*play(actions))
    places = [one.place for one in merged.fold.conflicts if one.kind != "belonging"]
    merged.write(merged.bid, decided=places)
    assert not [one for one in merged.fold.conflicts if one.kind != "belonging"]
