"""The letter that thanks and asks: one for every ending, under every kind of rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import Person
from bidkit.domain.rounds import MarkReceived
from bidkit.export.compose.letter import letter
from bidkit.export.compose.options import Options
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.counting import page_count
from bidkit.session.afterwards.letter import mail_address, subject_of, thanks_letter

TODAY = date(2026, 11, 27)


def told(**fields: object) -> Bid:
    named = {name.replace("__", "."): value for name, value in fields.items()}
    bid: Bid = with_fields(EMPTY, named)
    return bid


@pytest.mark.requirement(16)
@pytest.mark.parametrize(
    ("outcome", "tone"),
    [
        ("won", "what you found strong"),
        ("lost", "marks for each criterion"),
        ("withdrawn", "sorry to withdraw"),
        ("cancelled", "if it is to come again"),
        ("", "Whatever you decide"),
    ],
)
def test_feedback_is_asked_for_whatever_became_of_it(outcome: str, tone: str) -> None:
    words = thanks_letter(told(after__outcome=outcome), TODAY)
    assert "Thank you" in words
    assert tone in words


def test_it_is_ready_to_send() -> None:
    bid = told(
        after__outcome="won",
        opportunity__title="Community Hubs",
        opportunity__reference="CW-1",
        opportunity__buyer__contact_name="Mr Rhŷs Ifans",
        organisation__name="Harbour",
        people=(Person(id="p", name="Ann", role="Chief officer", kind="contact"),),
    )
    words = thanks_letter(bid, TODAY)
    assert words.startswith("27 Nov 2026\n\nDear Mr Rhŷs Ifans,\n\nCommunity Hubs (CW-1)")
    assert words.endswith("Yours sincerely,\n\nAnn\nChief officer\nHarbour")
    assert "[" not in words


def test_a_loser_under_the_act_asks_for_the_summary_that_is_owed() -> None:
    base = {"after__outcome": "lost", "opportunity__regime": "pa23_above"}
    assert "assessment summary" in thanks_letter(told(**base), TODAY)
    came = told(**base, after__summary_on=TODAY)
    assert "assessment summary" not in thanks_letter(came, TODAY)


def test_a_loser_with_marks_asks_about_the_widest_gaps() -> None:
    rows = tuple(
        MarkReceived(id=name, title=name, most=Decimal(5), ours=Decimal(ours), winner=Decimal(4))
        for name, ours in (("Model", 3), ("Team", 1), ("Price", 5))
    )
    words = thanks_letter(told(after__outcome="lost", marks_received=rows), TODAY)
    assert "above all in: Team; Model." in words


def test_a_grant_asks_whether_one_may_apply_again() -> None:
    words = thanks_letter(told(after__outcome="lost", opportunity__regime="grant"), TODAY)
    assert "apply again" in words


@pytest.mark.requirement(181)
def test_the_buyer_is_told_how_it_was_for_us() -> None:
    bid = told(after__outcome="lost", after__told_the_buyer="Answers came within a day.")
    assert "how it was for us: Answers came within a day." in thanks_letter(bid, TODAY)


def test_an_e_mail_carries_the_letter_or_leaves_a_long_one_to_be_pasted() -> None:
    bid = told(
        opportunity__buyer__contact_email="buyer@example.gov.uk",
        opportunity__title="Hubs & homes? 100%",
        after__thanks_letter="Dear all,\n\nThank you & well done.",
    )
    parts = urlsplit(mail_address(bid))
    assert (parts.scheme, parts.path) == ("mailto", "buyer@example.gov.uk")
    asked = parse_qs(parts.query)
    assert subject_of(bid) in asked["subject"][0]
    assert asked["body"] == ["Dear all,\r\n\r\nThank you & well done."]
    long = told(after__thanks_letter="Word. " * 1000)
    assert "body" not in parse_qs(urlsplit(mail_address(long)).query)


def test_on_paper_it_is_one_page_with_nothing_of_ours_but_the_letter() -> None:
    bid = told(
        organisation__name="Harbour",
        after__thanks_letter="Dear all,\n\nThank you.\n\nAnn\nHarbour",
        after__change="Never again so late.",
    )
    document = letter(bid, Options(today=TODAY))
    assert "Thank you." in repr(document)
    assert "Never again" not in repr(document)
    assert page_count(write_pdf(document)) == 1
