"""Files as other people send them: notices, lists, questionnaires, registers, grants."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl

NOTICES = Path(__file__).resolve().parents[2] / "importers" / "notices"
TWO_LOTS = NOTICES / "find-tender-two-lots.json"
PASTED = """Section 2: Quality
2.1 Describe how you will set up the service. (Maximum 500 words, weighting: 20%)
2.2 How will you measure outcomes?
Word limit: 300
"""


def two_notices(folder: Path) -> Path:
    """Return a package that holds two opportunities."""
    releases: list[Any] = []
    for name in ("contracts-finder-school-catering", "contracts-finder-recreation-ground"):
        found = json.loads((NOTICES / f"{name}.json").read_text("utf-8"))
        releases += found.get("releases", [found])
    path = folder / "two.json"
    path.write_text(json.dumps({"releases": releases}), "utf-8")
    return path


def word_questions(folder: Path, name: str = "Method statements") -> Path:
    """Return a questionnaire in Word."""
    document = docx.Document()
    document.add_heading("Method statements", 1)
    document.add_paragraph("1.1 Describe your staffing model. (Maximum 400 words)")
    document.add_paragraph("1.2 How will you keep people safe? (max 250 words)")
    path = folder / f"{name}.docx"
    document.save(str(path))
    return path


def excel_questions(folder: Path) -> Path:
    """Return a questionnaire in Excel."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ref", "Question", "Word limit"])
    sheet.append(["A1", "Do you hold public liability insurance?", ""])
    sheet.append(["A2", "Describe your safeguarding training.", "250"])
    path = folder / "Selection questionnaire.xlsx"
    book.save(path)
    return path


def contracts_list(folder: Path) -> Path:
    """Return a list of notices as Contracts Finder exports it."""
    rows = [
        {
            "Notice Identifier": f"REF-{at}",
            "Title": title,
            "Organisation Name": buyer,
            "Closing Date": "04/12/2026",
            "Closing Time": "12:00",
            "Value High": "90000",
        }
        for at, (title, buyer) in enumerate(
            (("Day centre", "Northshire Council"), ("Youth work", "Southshire Council"))
        )
    ]
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "list.csv"
    path.write_text(file.getvalue(), "utf-8")
    return path


def charity_table(folder: Path) -> Path:
    """Return the charity table of the register's extract, cut to two charities."""
    rows = [
        {
            "registered_charity_number": number,
            "linked_charity_number": 0,
            "charity_name": name,
            "charity_contact_postcode": "NS1 2AB",
            "charity_contact_email": "hello@example.org",
            "charity_reporting_status": "Submission Received",
            "charity_registration_status": "Registered",
            "charity_is_cio": True,
        }
        for number, name in ((1999991, "HARBOUR MIND"), (1999992, "NORTH QUAY TRUST"))
    ]
    path = folder / "publicextract.charity.json"
    path.write_text(json.dumps(rows), "utf-8")
    return path


def grants_table(folder: Path) -> Path:
    """Return grants as a funder publishes them."""
    rows = [
        {
            "Identifier": "360G-example-1",
            "Title": "Walking group",
            "Amount Awarded": "12000",
            "Currency": "GBP",
            "Award Date": "2025-03-01",
            "Recipient Org:0:Name": "Harbour Mind",
            "Recipient Org:0:Identifier": "GB-CHC-1999991",
            "Funding Org:0:Name": "Example Foundation",
        },
        {
            "Identifier": "360G-example-2",
            "Title": "Other work",
            "Amount Awarded": "5000",
            "Currency": "GBP",
            "Award Date": "2025-04-01",
            "Recipient Org:0:Name": "Somebody Else",
            "Recipient Org:0:Identifier": "GB-CHC-1999992",
            "Funding Org:0:Name": "Example Foundation",
        },
    ]
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "grants.csv"
    path.write_text(file.getvalue(), "utf-8")
    return path


def resaved_in_excel(path: Path) -> Path:
    """Return a CSV file as somebody opened it in Excel and saved it as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            sheet.append(row)
    saved = path.with_suffix(".xlsx")
    book.save(saved)
    return saved
