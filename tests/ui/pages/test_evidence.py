from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain import evidence as proof_of
from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.figures.readings.coverage import coverage_of
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import Ports
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.forms.table import RowTable
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pages.answers import AnswersPage
from bidkit.ui.pages.evidence import EvidencePage
from bidkit.ui.pages.evidence.builder import BuilderCard
from bidkit.ui.pages.evidence.coverage import CoverageCard
from bidkit.ui.pages.evidence.pieces import ResultsCard, next_code
from bidkit.ui.pages.evidence.quality import QualityCard
from bidkit.ui.pages.evidence.sentence import build_sentence
from bidkit.ui.pages.evidence.voices import consent_words
from bidkit.ui.theme import Theme, characters_wide
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


@pytest.mark.requirement(42)
def test_a_box_of_the_chain_leads_to_its_card(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    view = page.chain.view
    assert "hm-out3" in set(view.keys())
    view.setFocus()
    wanted = view.words_of("hm-o1")
    while view.accessibleDescription() != wanted:
        person.keys("Right")
    person.keys("Return")
    assert person.read("outputs[hm-o1].text")
    page.open(0)
    page.chain.view.chosen.emit("hm-out3")
    assert "Carers" in person.read("outcomes[hm-out3].text")


@pytest.mark.requirement(42)
def test_the_chain_runs_from_each_need_through_inputs_to_impact(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    names = "Need: What it takes: Activity: Output: Outcome: Impact:".split(": ")
    told = page.chain.view.picture.alt
    places = [told.index(name.strip(":")) for name in names]
    assert places == sorted(places)
    assert "the people we serve" in told
    assert "the buyer or funder" in told
    page.chain.view.chosen.emit("case.impact")
    assert person.window.focusWidget().objectName() == "case.impact"
    activity = harbour.bid.activities[1]
    assert page.show_place(parse_ref(Bid, f"activities[{activity.id}].inputs"))
    person.type_in(f"activities[{activity.id}].inputs", "Two peer leads")
    person.leave()
    page.open(0)
    assert "Two peer leads" in page.chain.view.picture.alt
    page.chain.view.chosen.emit(f"{activity.id}/inputs")
    assert person.read(f"activities[{activity.id}].inputs") == "Two peer leads"
    page.open(0)
    person.type_in("case.impact", "")
    person.leave()
    assert "Impact:" not in page.chain.view.picture.alt


@pytest.mark.requirement(169)
def test_an_outcome_shows_results_and_the_strength_the_facts_suggest(
    harbour: Desk, put: Put
) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, "outcomes[hm-out1].theory"))
    assert person.sees("The facts suggest 3 of 5.")
    assert person.sees("Have the results repeated by somebody independent.")
    charts = page.findChildren(ResultsCard)[0]
    assert charts.results.isVisible()
    assert "71" in charts.results.picture.alt
    person.type_in("outcomes[hm-out1].comparison", "")
    person.leave()
    assert person.sees("The facts suggest 2 of 5.")
    person.press("Take 2 and the reason")
    outcome = next(one for one in harbour.bid.outcomes if one.id == "hm-out1")
    assert outcome.strength == 2
    assert "baseline" in outcome.strength_reason
    harbour.document.undo()
    outcome = next(one for one in harbour.bid.outcomes if one.id == "hm-out1")
    assert outcome.strength == 3


@pytest.mark.requirement(119)
def test_achievement_follows_the_result(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, "indicators[hm-ind1].result"))
    person.type_in("indicators[hm-ind1].baseline", "20")
    person.type_in("indicators[hm-ind1].target", "60")
    person.type_in("indicators[hm-ind1].result", "50")
    person.leave()
    charts = page.findChildren(ResultsCard)[0]
    assert "293 of 412 who started, 71%" in charts.results.picture.alt
    assert "75%" in charts.results.picture.alt


def test_new_evidence_gets_the_next_code(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    person.press("What proves it")
    before = next_code(harbour.bid)
    person.press("Add evidence")
    assert harbour.bid.evidence[-1].code == before
    assert next_code(harbour.bid) != before
    assert next_code(Bid()) == "E1"


@pytest.mark.requirement(117)
def test_consent_is_told_in_words(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    person.press("In their words")
    assert person.sees("✓ Consent holds")
    person.choose("testimonials[hm-t1].consent", "No")
    assert person.sees("▲ No consent yet")
    person.choose("testimonials[hm-t1].consent", "Yes")
    person.type_in("testimonials[hm-t1].withdrawn_on", "1 November 2026")
    person.leave()
    assert person.sees("● Consent withdrawn")
    spoken = proof_of.Testimonial(id="t", consent="yes", expires_on=TODAY - timedelta(days=1))
    assert consent_words(spoken, TODAY)[0] == "● Consent has expired"


@pytest.mark.requirement(117)
def test_a_name_nobody_agreed_to_is_taken_off(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, "testimonials[hm-t2].attribution"))
    assert person.sees("✓ Consent holds")
    person.type_in("testimonials[hm-t2].subject", "Dilys Wyn")
    person.type_in("testimonials[hm-t2].attribution", "Dilys, 43")
    person.leave()
    assert person.sees("▲ This names them more closely than they agreed")
    person.press("Print it without a name")
    assert harbour.bid.testimonials[1].attribution == "Carers"
    assert person.sees("✓ Consent holds")


@pytest.mark.requirement(133)
def test_an_outcome_is_tied_to_what_it_saves(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, "outcomes[hm-out1].saving"))
    person.choose("outcomes[hm-out1].unit_value", "One crisis episode")
    assert person.sees("293 × £2,100 = £615,300; borne today by Northshire integrated care board")


@pytest.mark.requirement(12)
@pytest.mark.requirement(17)
def test_each_answer_shows_what_it_rests_on_and_what_on_nothing(harbour: Desk, put: Put) -> None:
    gone_to: list[str] = []
    desk = replace(harbour, take_there=lambda place: gone_to.append(str(place)))
    page = EvidencePage(desk)
    person = put(page)
    person.press("What proves it")
    person.press("Go deeper: What each answer rests on")
    card = page.findChildren(CoverageCard)[0]
    every = sum(len(one.stated) for one in coverage_of(harbour.bid))
    proved = sum(one.proved for one in coverage_of(harbour.bid))
    assert f"▲ {proved} of {every} statements have evidence beside them." in card.said.text()
    assert person.sees("It holds 60 people and is step-free.")
    assert person.sees("○ nothing yet")
    assert person.sees("Does it tell all three? what changed")
    person.press("Go to this answer")
    assert gone_to == ["answers[hm-a1]"]
    first = harbour.bid.answers[0]
    with_link = first.text.replace("step-free.", "step-free [E2](evidence:hm-e2).")
    assert with_link != first.text
    harbour.document.set(parse_ref(Bid, "answers[hm-a1].text"), with_link)
    assert card.said.text().startswith(f"▲ {proved + 1} of {every}")
    assert not person.sees("○ nothing yet")
    harbour.document.take_in(Bid())
    assert card.said.text() == "No answer states anything yet."


@pytest.mark.requirement(117)
def test_only_words_that_were_taken_back_can_be_forgotten(
    theme: Theme, qtbot: QtBot, tmp_path: Path, put: Put
) -> None:
    session = create_bid(tmp_path / "h.bidkit", load_example("harbour", TODAY), Ports("Ann"))
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    page = EvidencePage(Desk(session, notices, theme, Binder(session, root), Jobs(notices, root)))
    person = put(page)
    assert page.show_place(parse_ref(Bid, "testimonials[hm-t2].quotation"))
    assert not person.sees("Forget these words for good…")
    person.type_in("testimonials[hm-t2].withdrawn_on", "1 November 2026")
    person.leave()
    person.press("Forget these words for good…")
    asked = next(one for one in root.findChildren(QMessageBox) if one.isVisible())
    next(one for one in asked.buttons() if one.text() == "Forget them for good").click()
    assert [one.id for one in session.document.bid.testimonials] == ["hm-t1", "hm-t3"]
    session.close()


@pytest.mark.requirement(18)
@pytest.mark.requirement(186)
def test_the_sentence_follows_the_order_panels_look_for(harbour: Desk, put: Put) -> None:
    bid = harbour.bid
    outcome = next(one for one in bid.outcomes if one.id == "hm-out1")
    proof = next(one for one in bid.evidence if one.id == "hm-e1")
    built = build_sentence(bid, outcome, proof)
    order = ["293 of 412", "(71%)", "between", "measured by", "(E1)", "through", "meets"]
    places = [built.sentence.index(words) for words in order]
    assert places == sorted(places)
    assert built.missing == ()
    page = EvidencePage(harbour)
    person = put(page)
    person.press("What proves it")
    person.press("Go deeper: A sentence from the facts")
    card = page.findChildren(BuilderCard)[0]
    assert card.sentence.text().startswith("293 of 412")
    person.press("Copy the sentence")
    assert QGuiApplication.clipboard().text() == card.sentence.text()
    answers = AnswersPage(harbour)
    put(answers)
    answers.show_place(parse_ref(Bid, "answers[hm-a5].text"))
    answers.desk_of.field.text.moveCursor(QTextCursor.MoveOperation.End)
    answers.desk_of.field.text.paste()
    answers.desk_of.field.tidy()
    text = next(one for one in harbour.bid.answers if one.id == "hm-a5").text
    assert "(evidence:hm-e1); we did this" in text
    assert "293 of 412" in text


def test_a_sentence_names_what_it_lacks(desk: Desk) -> None:
    built = build_sentence(desk.bid, proof_of.Outcome(id="o", text="People feel safer."), None)
    assert built.sentence == "People feel safer."
    assert "how many of how many" in built.missing
    assert "the evidence" in built.missing


def test_the_quality_of_a_study_adds_up(harbour: Desk, put: Put) -> None:
    page = EvidencePage(harbour)
    person = put(page)
    person.press("What proves it")
    person.press("Go deeper: How good is this study?")
    card = page.findChildren(QualityCard)[0]
    for chooser in card.scores.values():
        chooser.setCurrentIndex(3)
        chooser.activated.emit(3)
    assert card.said.text() == "✓ 60 of 80: strong."
    first = next(iter(harbour.bid.evidence))
    assert len(first.bond) == 20
    harbour.document.undo()
    assert card.said.text() == "57 of 80 so far; 1 questions to go."


def test_a_small_grant_sees_need_activity_change_and_words(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("small-grant", TODAY))
    page = EvidencePage(desk)
    person = put(page)
    for words in ("The need", "What we do", "What changes", "How we know", "In their words"):
        person.press(words)
        assert not person.sees("What stands behind it")
        assert not person.sees("How it was found out")
    person.press("What we do")
    assert person.sees("Go deeper: What it delivers")
    assert page.show_place(parse_ref(Bid, "outputs[sg-o1].text"))
    assert person.sees_field("outputs[sg-o1].text")


def test_every_item_is_listed_whatever_it_belongs_to(desk: Desk, put: Put) -> None:
    page = EvidencePage(desk)
    person = put(page)
    person.press("Needs")
    person.press("Add a need")
    need = desk.bid.needs[0].id
    person.type_in(f"needs[{need}].text", "Nobody to talk to")
    person.press("What we do")
    person.press("Add an activity")
    activity = desk.bid.activities[0].id
    person.choose(f"activities[{activity}].parent", "Nobody to talk to")
    assert desk.bid.activities[0].parent == need
    person.press("The chain")
    assert need in set(page.chain.view.keys())


def test_a_long_need_leaves_the_activity_its_room(harbour: Desk, put: Put, qtbot: QtBot) -> None:
    page = EvidencePage(harbour)
    put(page)
    page.open(2)
    table = next(one for one in page.findChildren(RowTable) if one.isVisible())
    table.setFixedWidth(characters_wide(table, 80))
    qtbot.waitUntil(lambda: table.columnWidth(0) >= characters_wide(table, 20))
    assert sum(table.columnWidth(at) for at in range(2)) <= table.width()
    cell = table.model().index(0, 1)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == cell.data()
