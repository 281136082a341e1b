"""The right panel: findings that stay where they are, notes for a place, evidence to link."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.finding import Finding, Level
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import parse_ref, ref
from bidkit.domain.stages import Stage
from bidkit.ui.desk import Desk
from bidkit.ui.panels.evidence import EvidencePanel
from bidkit.ui.panels.findings import FindingsPanel
from bidkit.ui.panels.guidance import GuidancePanel
from bidkit.ui.pieces.carrying import evidence_in
from tests.drivers import Person
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession

TITLE = ref(Bid, lambda b: b.opportunity.title)
EVIDENCE_AT = ref(Bid, lambda b: b.evidence)


@dataclass(frozen=True)
class PaperNote:
    """A note of guidance."""

    title: str
    text: str
    source: str = ""
    confirmed: bool = True


def finding(number: int, level: Level = Level.SHOULD, stage: str = "opportunity") -> Finding:
    return Finding(f"r{number}", stage, level, TITLE, f"Finding {number}.")


def test_findings_stay_where_they_are(desk: Desk, put: Put, paper: PaperSession) -> None:
    panel = FindingsPanel(desk)
    put(panel)
    panel.show_stage(Stage.OPPORTUNITY)
    paper.lay_down(finding(1), finding(2, Level.MUST))
    panel.tell()
    before = panel.cards
    assert [card.finding.rule for card in before] == ["r2", "r1"]
    paper.lay_down(finding(1), finding(3, Level.HINT))
    panel.tell()
    assert [card.finding.rule for card in panel.cards] == ["r1", "r3"]
    assert panel.cards[0] is before[1]


def test_many_findings_are_counted_not_built(desk: Desk, put: Put, paper: PaperSession) -> None:
    panel = FindingsPanel(desk)
    person = put(panel)
    paper.lay_down(*(finding(number) for number in range(300)))
    counted: list[int] = []
    panel.counted.connect(counted.append)
    panel.tell()
    assert counted == [300]
    assert len(panel.cards) == 40
    assert person.sees("And 260 more.")


def test_only_what_must_be_fixed_is_shown_of_other_pages(
    desk: Desk, put: Put, paper: PaperSession
) -> None:
    panel = FindingsPanel(desk)
    person = put(panel)
    panel.show_stage(Stage.COSTS)
    paper.lay_down(finding(1), finding(2, Level.MUST))
    panel.tell()
    assert [card.finding.rule for card in panel.cards] == ["r2"]
    assert person.sees("On other pages")


def test_guidance_names_its_source(desk: Desk, put: Put, paper: PaperSession) -> None:
    paper.notes = (
        PaperNote("Lead with the need", "Show how you meet it.", "A handbook"),
        PaperNote("Perhaps", "Look it up.", "Somebody", confirmed=False),
    )
    panel = GuidancePanel(desk)
    person = put(panel)
    panel.show_stage(Stage.OPPORTUNITY)
    for words in ("Lead with the need", "A handbook", "Somebody (not confirmed)"):
        assert person.sees(words)


@pytest.fixture
def shelf(desk: Desk, paper: PaperSession) -> EvidencePanel:
    """The evidence panel with two items."""
    panel = EvidencePanel(desk)
    paper.document.add(EVIDENCE_AT, Evidence(id="e1", code="E1", title="Service data"))
    paper.document.add(EVIDENCE_AT, Evidence(id="e2", code="E2", title="Carer survey"))
    return panel


def test_evidence_is_found_by_words(shelf: EvidencePanel, put: Put) -> None:
    person = put(shelf)
    shelf.search.setText("survey e2")
    assert [one.id for one in shelf.model.entries] == ["e2"]
    shelf.search.setText("nothing")
    assert person.sees("No evidence has all of these words.")


def test_enter_links_and_dragging_carries_the_identity(shelf: EvidencePanel, put: Put) -> None:
    put(shelf)
    linked: list[str] = []
    shelf.linked.connect(linked.append)
    index = shelf.model.index(1, 0)
    shelf.list.setCurrentIndex(index)
    shelf.list.setFocus(Qt.FocusReason.TabFocusReason)
    Person(shelf).keys("Return")
    assert linked == ["e2"]
    assert evidence_in(shelf.model.mimeData([index])) == "e2"


def unanswered(number: int) -> Finding:
    place = parse_ref(Bid, f"questions[q{number}]")
    what = f"Question {number} is not answered."
    return Finding("unanswered", "answers", Level.MUST, place, what, "It may be rejected.")


def test_many_of_one_kind_are_one_card_until_they_are_wanted(
    desk: Desk, put: Put, paper: PaperSession
) -> None:
    panel = FindingsPanel(desk)
    person = put(panel)
    panel.show_stage(Stage.ANSWERS)
    counted: list[int] = []
    panel.counted.connect(counted.append)
    paper.lay_down(*(unanswered(number) for number in range(1, 7)))
    panel.tell()
    assert counted == [6]
    assert [card.finding.what for card in panel.cards] == ["Question 1 is not answered."]
    person.press("5 more")
    assert len(panel.cards) == 6
    assert not any(card.others.isVisible() for card in panel.cards)
    panel.show_stage(Stage.COSTS)
    panel.show_stage(Stage.ANSWERS)
    assert len(panel.cards) == 1


def test_two_of_a_kind_are_shown_as_they_are(desk: Desk, put: Put, paper: PaperSession) -> None:
    panel = FindingsPanel(desk)
    put(panel)
    panel.show_stage(Stage.ANSWERS)
    paper.lay_down(unanswered(1), unanswered(2))
    panel.tell()
    assert len(panel.cards) == 2


def test_what_is_wrong_here_comes_first(desk: Desk, put: Put, paper: PaperSession) -> None:
    panel = FindingsPanel(desk)
    put(panel)
    desk.document.set(ref(Bid, lambda b: b.questions), (Question(id="q1"), Question(id="q2")))
    desk.document.set(ref(Bid, lambda b: b.answers), (Answer(id="a2", parent="q2"),))
    paper.lay_down(unanswered(1), unanswered(2))
    panel.show_stage(Stage.ANSWERS)
    assert panel.cards[0].finding.what == "Question 1 is not answered."
    panel.show_stage(Stage.ANSWERS, "answers[a2].text")
    assert panel.cards[0].finding.what == "Question 2 is not answered."
    assert panel.found[0].what == "Question 1 is not answered."
