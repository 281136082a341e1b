"""Content whose day has passed is said where it is used, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.domain.stages import Stage
from bidkit.packs import calendars
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.packs.heads import Head, head_of_pack
from bidkit.packs.load import read_pack
from bidkit.session.fitting.dated import content_of, dated_content, overdue_in, overdue_on

TODAY = date(2026, 11, 27)
LATER = date(2027, 4, 1)


@pytest.mark.requirement(122)
def test_costs_say_that_their_figures_may_be_out_of_date() -> None:
    assert overdue_on(Stage.COSTS, EMPTY, TODAY) == ()
    (words,) = overdue_on(Stage.COSTS, EMPTY, LATER)
    assert words.startswith("“Dated figures” was due to be checked by 31 March 2027")
    assert overdue_on(Stage.REVIEW, EMPTY, LATER) == ()


def test_questions_nobody_was_given_are_not_spoken_of() -> None:
    pack = shipped().pack("procurement-specific-questionnaire")
    assert pack.review_by < LATER
    title = f"“{pack.title}”"
    asked = apply_pack(EMPTY, pack, "b")
    assert not any(title in words for words in overdue_on(Stage.QUALIFICATION, EMPTY, LATER))
    assert any(title in words for words in overdue_on(Stage.QUALIFICATION, asked, LATER))


def test_a_bid_is_told_each_once() -> None:
    found = overdue_in(EMPTY, date(2099, 1, 1))
    assert len(found) == len(set(found))
    assert any("Bank holidays" in words for words in found)
    assert overdue_in(EMPTY, TODAY) == ()


def test_everything_that_dates_says_where_it_is_used() -> None:
    stages = {stage.value for stage in Stage}
    for head in dated_content():
        assert head.source
        assert head.pages, head.id
        assert set(head.pages) <= stages
        assert head.last_checked < head.review_by
    assert {head.id for head in dated_content()} == {
        *shipped().ids,
        *(head.id for head in calendars.heads()),
    }


def test_the_head_says_what_the_whole_pack_says() -> None:
    for pack in shipped().packs:
        head = next(one for one in shipped().heads if one.id == pack.id)
        assert (head.title, head.review_by, head.pages) == (pack.title, pack.review_by, pack.pages)
        assert head.asks == pack.asks


def test_a_pack_without_a_head_has_none() -> None:
    assert head_of_pack("this is = no pack") is None
    assert head_of_pack('id = "x"\n') is None


def test_a_page_that_is_not_there_is_a_fault_of_the_pack() -> None:
    text = (
        'id = "f"\ntitle = "F"\nversion = "1"\nsource = "S"\nlast_checked = 2026-01-01\n'
        'review_by = 2027-01-01\npages = ["cost"]\n'
    )
    _pack, findings = read_pack(text, "f.toml")
    (finding,) = findings
    assert "There is no page called “cost”." in str(finding)
    assert finding.line == 7


def test_a_warning_names_title_and_day() -> None:
    head = Head("x", "Rates", "HMRC", date(2026, 1, 1), date(2026, 6, 30))
    assert not head.overdue(date(2026, 6, 30))
    assert head.overdue(date(2026, 7, 1))
    assert "“Rates” was due to be checked by 30 June 2026" in head.warning


def test_the_plan_says_that_its_bank_holidays_may_be_out_of_date() -> None:
    assert overdue_on(Stage.NEXT, EMPTY, TODAY) == ()
    (words,) = overdue_on(Stage.NEXT, EMPTY, date(2099, 1, 1))
    assert "Bank holidays in England and Wales" in words


def test_what_the_first_page_rests_on_is_known_without_reading_packs() -> None:
    resting = {head.id for head in dated_content() if Stage.NEXT.value in head.pages}
    assert resting == {head.id for head in content_of(Stage.NEXT) if "next" in head.pages}
