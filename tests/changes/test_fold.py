from bidkit.changes.fold import fold
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.evidence import Evidence
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.refs import ref
from tests.changes.making import Copy

TITLE = "about.title"
START = "We will help 50 young people in Leeds."


def with_evidence(*entries: Evidence) -> Bid:
    return EMPTY.model_copy(update={"evidence": entries})


def of_ann(title: str = START) -> Copy:
    ann = Copy("Ann")
    ann.set(TITLE, title)
    return ann


def test_what_is_written_is_what_is_read() -> None:
    ann = Copy("Ann")
    bid = EMPTY.model_copy(
        update={
            "questions": (Question(id="q1", title="Why", limit=Limit(most=500, unit="words")),),
            "evidence": (Evidence(id="e1", title="Survey", outcomes=("o1", "o2")),),
        }
    )
    ann.write(ref(Bid, lambda b: b.opportunity.cpv).set(bid, ("85000000", "85300000")))
    assert fold(ann.changes.values()).bid == ann.bid
    assert ann.get("questions[q1].limit.most") == 500
    assert ann.get("evidence[e1].outcomes") == ("o1", "o2")
    assert ann.get("opportunity.cpv") == ("85000000", "85300000")


def test_making_a_thing_is_one_change() -> None:
    ann = Copy("Ann")
    assert len(ann.write(with_evidence(Evidence(id="e1", title="Survey", n=12)))) == 1


def test_words_that_do_not_touch_go_together() -> None:
    ann = of_ann()
    bob, cy = ann.copied("Bob"), ann.copied("Cy")
    ann.set(TITLE, START.replace("50", "80"))
    cy.set(TITLE, START.replace("Leeds", "Leeds and York"))
    assert ann.merge(cy).get(TITLE) == "We will help 80 young people in Leeds and York."
    assert not ann.fold.conflicts
    bob.set(TITLE, START.replace("50", "120"))
    conflict = bob.merge(ann).fold.conflicts[0]
    assert (conflict.place, conflict.kind) == (TITLE, "text")
    assert {version.plain for version in conflict.alternatives} == {
        START.replace("50", "80"),
        START.replace("50", "120"),
        START.replace("Leeds", "Leeds and York"),
    }


def test_a_decision_ends_a_conflict_everywhere() -> None:
    ann = of_ann("Hubs")
    bob = ann.copied("Bob")
    ann.set(TITLE, "Wellbeing")
    bob.set(TITLE, "Centres")
    ann.merge(bob)
    shown = ann.get(TITLE)
    assert ann.fold.conflicts
    ann.write(ann.bid, decided=[TITLE])
    assert (ann.get(TITLE), ann.fold.conflicts) == (shown, ())
    assert bob.merge(ann).get(TITLE) == shown
    assert not bob.fold.conflicts


def test_choices_and_money_are_never_mixed() -> None:
    ann = Copy("Ann")
    ann.set("about.route", "contract")
    bob = ann.copied("Bob")
    ann.set("about.route", "small_grant")
    bob.set("about.route", "larger_grant")
    conflict = ann.merge(bob).fold.conflicts[0]
    assert conflict.kind == "value"
    assert {version.author for version in conflict.alternatives} == {"Ann", "Bob"}


def test_sets_keep_what_each_added_and_removed() -> None:
    ann = Copy("Ann")
    ann.set("opportunity.cpv", ("a", "b"))
    bob = ann.copied("Bob")
    ann.set("opportunity.cpv", ("b", "c"))
    bob.set("opportunity.cpv", ("a", "b", "d"))
    assert ann.merge(bob).get("opportunity.cpv") == ("b", "c", "d")
    assert not ann.fold.conflicts


def test_a_deletion_against_an_edit_keeps_the_thing_and_asks() -> None:
    ann = Copy("Ann")
    ann.write(with_evidence(Evidence(id="e1", title="Survey")))
    bob = ann.copied("Bob")
    ann.write(EMPTY)
    bob.set("evidence[e1].title", "Survey of 2026")
    conflict = ann.merge(bob).fold.conflicts[0]
    assert (conflict.place, conflict.kind) == ("evidence[e1]", "deleted")
    assert ann.get("evidence[e1].title") == "Survey of 2026"
    ann.write(ann.bid, decided=["evidence[e1]"])
    assert not ann.fold.conflicts
    bob.merge(ann)
    bob.write(EMPTY)
    assert not ann.merge(bob).bid.evidence


def test_what_was_deleted_comes_back_whole() -> None:
    ann = Copy("Ann")
    ann.write(with_evidence(Evidence(id="e1", title="Survey", n=3)))
    before = ann.bid
    ann.write(EMPTY)
    assert not ann.bid.evidence
    ann.write(before)
    assert ann.bid == before
    changed = with_evidence(Evidence(id="e1", title="Poll"))
    ann.write(EMPTY)
    ann.write(changed)
    assert ann.bid == changed


def test_something_new_below_keeps_what_was_deleted() -> None:
    ann = Copy("Ann")
    ann.write(EMPTY.model_copy(update={"questions": (Question(id="q1"),)}))
    bob = ann.copied("Bob")
    ann.write(EMPTY)
    questions = (Question(id="q1"), Question(id="q2", parent="q1"))
    bob.write(bob.bid.model_copy(update={"questions": questions}))
    assert [question.id for question in ann.merge(bob).bid.questions] == ["q1", "q2"]
    assert [conflict.place for conflict in ann.fold.conflicts] == ["questions[q1]"]


def test_the_same_pack_added_twice_is_there_once() -> None:
    ann = of_ann()
    bob = ann.copied("Bob")
    question = Question(id="p1", title="Insurance", text="Do you hold cover?")
    for person in (ann, bob):
        person.write(person.bid.model_copy(update={"questions": (question,)}))
    ann.set("questions[p1].text", "Do you hold enough cover?")
    bob.set("questions[p1].title", "Cover")
    ann.merge(bob)
    assert ann.get("questions[p1].text") == "Do you hold enough cover?"
    assert ann.get("questions[p1].title") == "Cover"
    assert not ann.fold.conflicts


def test_things_moved_into_each_other_do_not_vanish() -> None:
    ann = Copy("Ann")
    criteria = (Criterion(id="a"), Criterion(id="b"))
    ann.write(EMPTY.model_copy(update={"criteria": criteria}))
    bob = ann.copied("Bob")
    ann.set("criteria[a].parent", "b")
    bob.set("criteria[b].parent", "a")
    assert ann.merge(bob).get("criteria[a].parent") == ""
    assert ann.get("criteria[b].parent") == "a"
    assert [conflict.kind for conflict in ann.fold.conflicts] == ["belonging"]
    ann.set("criteria[b].parent", "")
    ann.set("criteria[a].parent", "b")
    assert not ann.fold.conflicts


def test_a_value_written_on_an_older_text_merges_with_the_newer() -> None:
    ann = of_ann()
    seen = ann.bid
    bob = ann.copied("Bob")
    bob.set(TITLE, START.replace("Leeds", "York"))
    ann.merge(bob)
    typed = ref(Bid, lambda b: b.about.title).set(seen, START.replace("50", "80"))
    ann.write(typed, before=seen)
    assert ann.get(TITLE) == "We will help 80 young people in York."
