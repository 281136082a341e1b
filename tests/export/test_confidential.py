"""What is said of transferring staff leaves in no paper of any kind; partners see no sums early."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pypdfium2
import pytest

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.offer import TransferringPost
from bidkit.export.compose import Options, compose
from bidkit.export.matrix import matrix_sheet
from bidkit.export.pdf import write_pdf
from bidkit.export.portal import portal_sheet
from bidkit.session.afterwards.dates import dates_file
from bidkit.session.examples import load_example
from bidkit.session.exports import money_workbook
from bidkit.session.joining import heads_of_terms_pdf
from bidkit.session.presenting.papers import cards_pdf, handout_pdf

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
POST = TransferringPost(
    id="tp", role="XROLEX", hours_a_week=Decimal("31.7"), pay=Decimal("24681.35"), pension="XPENSX"
)
SECRETS = ("XROLEX", "XPENSX", "XNOWX", "XASSUMEX", "XSCHEMEX", "XADVICEX", "24,681", "98,765")


def with_transfers() -> Bid:
    bid = load_example("harbour", TODAY)
    tupe = bid.offer.tupe.model_copy(
        update={
            "applies": "yes",
            "incumbent": "XNOWX",
            "assumptions": "XASSUMEX",
            "pension_scheme": "XSCHEMEX",
            "advice_from": "XADVICEX",
            "cost_in_price": Decimal("98765.43"),
        }
    )
    offer = bid.offer.model_copy(update={"tupe": tupe})
    return bid.model_copy(update={"offer": offer, "transferring": (POST,)})


def pdf_words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
        return " ".join(pages) + str(document.get_metadata_dict())
    finally:
        document.close()


def sheet_words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return " ".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def papers(bid: Bid) -> Iterator[tuple[str, str]]:
    for reader in Reader:
        made = compose(bid, Options(today=TODAY, reader=reader))
        yield f"pdf for {reader}", pdf_words(write_pdf(made))
        yield f"workbook for {reader}", sheet_words(money_workbook(bid, TODAY, reader, ""))
    yield "heads of terms", pdf_words(heads_of_terms_pdf(bid, TODAY))
    yield "cards", pdf_words(cards_pdf(bid, TODAY))
    yield "handout", pdf_words(handout_pdf(bid, TODAY))
    yield "portal", portal_sheet(bid, TODAY)
    yield "matrix", matrix_sheet(bid, TODAY).decode()
    yield "calendar", dates_file(bid, NOW, "b").decode()


@pytest.mark.requirement(53)
def test_nothing_of_transferring_staff_is_ever_exported() -> None:
    for paper, words in papers(with_transfers()):
        found = [secret for secret in SECRETS if secret in words]
        assert not found, f"{paper} holds {found}"
