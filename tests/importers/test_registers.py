"""Tables of public registers: the charity register, grants, and lists of notices."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import difference, with_fields
from bidkit.errors import BidKitError, FileError, InputError
from bidkit.importers import charity_register, contracts_csv, grants_360, questions_xlsx
from bidkit.importers.base import take
from bidkit.importers.tables import rows_of

CHARITY = {
    "date_of_extract": "2026-11-01T00:00:00",
    "organisation_number": 5001,
    "registered_charity_number": 1199999,
    "linked_charity_number": 0,
    "charity_name": "HARBOUR MIND",
    "charity_registration_status": "Registered",
    "date_of_registration": "2011-05-03T00:00:00",
    "charity_reporting_status": "Submission Received",
    "charity_contact_address1": "1 THE QUAY",
    "charity_contact_address2": "HARBOUR TOWN",
    "charity_contact_postcode": "NS1 2AB",
    "charity_contact_phone": "01632 960001",
    "charity_contact_web": "www.harbourmind.example",
    "charity_activities": "Drop-ins &amp; talking for anybody.",
    "charity_is_cio": True,
    "charity_insolvent": False,
}


def charities(count: int = 3000) -> list[dict[str, object]]:
    """Return a table of many charities, ours and a linked one among them."""
    others = [
        {**CHARITY, "registered_charity_number": n, "charity_name": str(n)} for n in range(count)
    ]
    linked = {**CHARITY, "linked_charity_number": 1, "charity_name": "HARBOUR MIND FUND"}
    return [*others, linked, CHARITY]


def test_a_charity_is_found_in_the_daily_extract() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("publicextract.charity.json", "\ufeff" + json.dumps(charities()))
    data = file.getvalue()
    assert charity_register.recognises(data)
    found = charity_register.read(data, "1199999")
    bid = take(EMPTY, found)
    ours = bid.organisation
    assert ours.name == "Harbour Mind"
    assert ours.address == "1 THE QUAY\nHarbour Town\nNS1 2AB"
    assert ours.registered_on == date(2011, 5, 3)
    assert ours.what_we_do == "Drop-ins & talking for anybody."
    assert (ours.legal_form, ours.filings_current) == ("cio", "yes")
    assert difference(bid, take(bid, found)) == ()


def test_the_tab_separated_extract_reads_the_same() -> None:
    names = list(CHARITY)
    lines = ["\t".join(names), "\t".join(str(CHARITY[name]) for name in names)]
    bid = take(EMPTY, charity_register.read("\r\n".join(lines).encode(), "1199999"))
    assert bid.organisation.name == "Harbour Mind"
    assert bid.organisation.legal_form == "cio"


def test_accounts_are_told_to_be_estimates() -> None:
    row = {
        "registered_charity_number": 1199999,
        "fin_period_end_date": "2026-03-31T00:00:00",
        "income_total_income_and_endowments": 180000,
        "expenditure_total": 172000,
        "reserves": 43000,
        "assets_cash": 60000,
        "assets_other_assets": 8000,
        "creditors_one_year_total_current": 32000,
    }
    earlier = {**row, "fin_period_end_date": "2025-03-31T00:00:00"}
    found = charity_register.read(json.dumps([earlier, row]).encode(), "1199999")
    latest, before = take(EMPTY, found).accounts
    assert latest.year_end == date(2026, 3, 31)
    assert before.year_end == date(2025, 3, 31)
    assert (latest.current_assets, latest.operating_surplus) == (Decimal(68000), Decimal(8000))
    assert all("estimate" in part.note for part in found.unsure)


def test_people_and_trustees() -> None:
    ours = {"registered_charity_number": 1199999}
    part_a = [
        {**ours, "fin_period_end_date": "2025-03-31", "count_volunteers": 9},
        {**ours, "fin_period_end_date": "2026-03-31", "count_volunteers": 14},
    ]
    bid = take(EMPTY, charity_register.read(json.dumps(part_a).encode(), "1199999"))
    assert bid.organisation.volunteers == 14
    trustees = [
        {**ours, "trustee_name": "JO PIPER", "trustee_is_chair": True},
        {**ours, "trustee_name": "Sam Reed", "trustee_is_chair": False},
    ]
    bid = take(EMPTY, charity_register.read(json.dumps(trustees).encode(), "1199999"))
    assert [(p.name, p.role) for p in bid.people] == [
        ("Jo Piper", "Chair"),
        ("Sam Reed", "Trustee"),
    ]
    assert bid.organisation.trustees_count == 2


def test_capitals_of_the_register_are_to_be_checked() -> None:
    row = {**CHARITY, "charity_name": "YMCA OF HARBOUR"}
    found = charity_register.read(json.dumps([row]).encode(), "1199999")
    name = next(part for part in found.fields if part.key == "organisation.name")
    assert name.value == "Ymca of Harbour"
    assert not name.sure
    assert "YMCA OF HARBOUR" in name.note


OURS = {"registered_charity_number": 1199999, "linked_charity_number": 0}


def test_a_small_charity_finds_its_income_in_the_history_of_returns() -> None:
    history = [
        {
            "registered_charity_number": 1199999,
            "fin_period_end_date": f"{year}-03-31T00:00:00",
            "total_gross_income": 40000 + year,
            "total_gross_expenditure": 39000,
        }
        for year in (2022, 2024, 2023, 2026, 2025)
    ]
    bid = take(EMPTY, charity_register.read(json.dumps(history).encode(), "1199999"))
    assert [one.year_end and one.year_end.year for one in bid.accounts] == [2026, 2025, 2024]
    latest = bid.accounts[0]
    assert (latest.income, latest.spending) == (Decimal(42026), Decimal(39000))
    assert latest.operating_surplus == Decimal(3026)
    part_b = {
        "registered_charity_number": 1199999,
        "fin_period_end_date": "2026-03-31",
        "income_total_income_and_endowments": 42026,
        "expenditure_total": 39000,
        "reserves": 9000,
    }
    bid = take(bid, charity_register.read(json.dumps([part_b]).encode(), "1199999"))
    assert len(bid.accounts) == 3
    assert bid.accounts[0].free_reserves == Decimal(9000)


@pytest.mark.parametrize(
    ("described", "form"),
    [
        ("CIO - FOUNDATION Registered 12 May 2012", "cio"),
        ("MEMORANDUM AND ARTICLES INCORPORATED 1 MAY 1999", "clg"),
        ("CONSTITUTION ADOPTED 3 JUNE 2001", "unincorporated association"),
        ("TRUST DEED DATED 1 MAY 1970", "trust"),
        ("SCHEME OF 1890", ""),
    ],
)
def test_the_governing_document_gives_objects_and_place(described: str, form: str) -> None:
    row = {
        **OURS,
        "governing_document_description": described,
        "charitable_objects": "THE RELIEF OF LONELINESS",
        "area_of_benefit": "NORTHSHIRE",
    }
    bid = take(EMPTY, charity_register.read(json.dumps([row]).encode(), "1199999"))
    assert bid.organisation.objects == "THE RELIEF OF LONELINESS"
    assert bid.organisation.area_of_benefit == "NORTHSHIRE"
    assert bid.organisation.legal_form == form


def test_an_undefined_area_is_no_area() -> None:
    row = {**OURS, "charitable_objects": "Care", "area_of_benefit": "NOT DEFINED"}
    bid = take(EMPTY, charity_register.read(json.dumps([row]).encode(), "1199999"))
    assert bid.organisation.area_of_benefit == ""


def test_the_smaller_tables_are_read_too() -> None:
    def read_in(*rows: dict[str, object]) -> Bid:
        given_rows = [{**OURS, **row} for row in rows]
        return take(EMPTY, charity_register.read(json.dumps(given_rows).encode(), "1199999"))

    where = read_in(
        {"geographic_area_description": "Northshire"}, {"geographic_area_description": "Eastmere"}
    )
    assert where.organisation.area_of_benefit == "Northshire, Eastmere"
    whom = read_in(
        {"classification_type": "Who", "classification_description": "Elderly/old People"},
        {"classification_type": "What", "classification_description": "Education/training"},
    )
    assert whom.organisation.beneficiaries == "Elderly/old People"
    named = read_in(
        {"charity_name_type": "Previous name", "charity_name": "QUAY FUND"},
        {"charity_name_type": "Working name", "charity_name": "QUAY HOUSE"},
    )
    assert named.organisation.trading_name == "Quay House"
    held = read_in({"policy_name": "Complaints handling"}, {"policy_name": "Paying staff"}).policies
    assert [(one.title, one.key, one.held) for one in held] == [
        ("Complaints handling", "complaints", "yes"),
        ("Paying staff", "", "yes"),
    ]
    (regulator,) = read_in({"regulator_name": "Care Quality Commission"}).identifiers
    assert regulator.scheme == "Care Quality Commission"


def test_a_charity_in_trouble_is_not_passed_over() -> None:
    row = {**CHARITY, "charity_insolvent": True, "charity_registration_status": "Removed"}
    words = str(charity_register.read(json.dumps([row]).encode(), "1199999").warnings)
    assert "insolvent" in words
    assert "Removed" in words


def test_a_charity_that_is_not_there() -> None:
    with pytest.raises(InputError, match="1234567"):
        charity_register.read(json.dumps([CHARITY]).encode(), "1234567")
    with pytest.raises(InputError):
        charity_register.read(b"a,b\n1,2\n", "1199999")


GRANTS = {
    "version": "1.4",
    "grants": [
        {
            "id": "360G-fund-1",
            "title": "Drop-in",
            "description": "Weekly drop-in",
            "currency": "GBP",
            "amountAwarded": 24000.50,
            "awardDate": "2024-02-01",
            "plannedDates": [{"startDate": "2024-04-01", "endDate": "2025-03-31"}],
            "recipientOrganization": [{"id": "GB-CHC-1199999", "name": "Harbour Mind CIO"}],
            "fundingOrganization": [{"id": "GB-CHC-2", "name": "Northshire Community Foundation"}],
        },
        {
            "id": "360G-fund-2",
            "title": "Somebody else",
            "amountAwarded": 1,
            "recipientOrganization": [{"id": "GB-CHC-11999991", "name": "Harbour Minders"}],
        },
    ],
}


@pytest.mark.requirement(20)
def test_grants_to_us_become_track_record() -> None:
    data = json.dumps(GRANTS).encode()
    assert grants_360.recognises(data)
    for known in ("1199999", "GB-CHC-1199999", "harbour mind cio"):
        found = grants_360.read(data, known)
        bid = take(EMPTY, found)
        (record,) = bid.track_record
        assert record.customer == "Northshire Community Foundation"
        assert (record.kind, record.value) == ("grant", Decimal("24000.5"))
        assert (record.starts_on, record.ends_on) == (date(2024, 4, 1), date(2025, 3, 31))
        assert record.grant_identifier == "360G-fund-1"
        assert difference(bid, take(bid, found)) == ()


def test_grants_as_a_spreadsheet() -> None:
    text = (
        "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,"
        'Recipient Org:Name,Funding Org:Name\n360G-1,"Café, weekly",EUR,"1,500",2025-06-01,'
        "GB-CHC-1199999,Harbour Mind,The Fund\n"
    )
    found = grants_360.read(text.encode("cp1252"), "1199999")
    (record,) = take(EMPTY, found).track_record
    assert (record.service, record.value) == ("Café, weekly", Decimal(1500))
    assert "not in pounds" in str(found.warnings[0])


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    """Return an Excel workbook with these sheets."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _day(month: int) -> datetime:
    """Return the first of a month of 2025 as a workbook keeps it."""
    return datetime.combine(date(2025, month, 1), time())


HEADINGS: list[object] = [
    "Identifier",
    "Title",
    "Currency",
    "Amount Awarded",
    "Award Date",
    "Recipient Org: Name",
    "Recipient Org:Charity number",
    "Funding Org:Name",
    "Planned Dates:0:Start Date",
]


@pytest.mark.requirement(20)
def test_grants_in_a_workbook_with_a_sheet_of_notes_before_them() -> None:
    ours: list[object] = ["360G-1", "Cymorth â’r plant", "GBP", 12000.5, _day(3)]
    ours += ["Harbour Mind", 1199999, "Sefydliad Cymru", _day(4)]
    data = workbook(
        ("Notes", [["Published under an open licence"], [""]]),
        ("grants", [["Grants 2025"], HEADINGS, ours, [None] * 9]),
    )
    assert grants_360.recognises(data)
    assert not charity_register.recognises(data)
    for known in ("1199999", "Harbour Mind"):
        (record,) = take(EMPTY, grants_360.read(data, known)).track_record
        assert record.service == "Cymorth â’r plant"
        assert record.customer == "Sefydliad Cymru"
        assert (record.value, record.starts_on) == (Decimal("12000.5"), date(2025, 4, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_reads_the_same_however_it_was_saved(encoding: str, between: str) -> None:
    rows = [
        ["Identifier", "Title", "Amount Awarded", "Award Date", "Recipient Org:Name"],
        ["360G-1", "Café – “weekly”", "£1500", "01/06/2025", "Harbour Mind"],
    ]
    text = "\r\n".join(between.join(row) for row in rows)
    (record,) = take(EMPTY, grants_360.read(text.encode(encoding), "harbour mind")).track_record
    assert record.service == "Café – “weekly”"
    assert (record.value, record.starts_on) == (Decimal(1500), date(2025, 6, 1))


def test_a_workbook_that_is_none_and_one_that_is_cut_short() -> None:
    whole = workbook(("grants", [HEADINGS, ["360G-1"] * 9]))
    assert not grants_360.recognises(workbook(("Empty", [])))
    for data in (whole[: len(whole) // 2], whole[:-30], b"PK\x03\x04" + b"xl/workbook.xml" * 9):
        assert not grants_360.recognises(data)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook><sheets>")
        packed.writestr("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
    assert not grants_360.recognises(file.getvalue())
    with pytest.raises(FileError):
        list(rows_of(file.getvalue()))


WHOLE = workbook(("grants", [HEADINGS, ["360G-1", "Drop-in", "GBP", 5, "2025-01-01", "Us"]]))


@given(st.data())
def test_a_workbook_spoilt_inside_gives_rows_or_a_sentence(
    data: st.DataObject,
) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    victim = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[victim])))
    wrong = data.draw(st.sampled_from([b"<x>", b"&a;", b"\0", b'r="ZZZZ9"', b"1e999", b""]))
    cut = data.draw(st.integers(0, 30))
    parts[victim] = parts[victim][:at] + wrong + parts[victim][at + cut :]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    with contextlib.suppress(BidKitError):
        grants_360.read(file.getvalue(), "Us")
    with contextlib.suppress(BidKitError):
        questions_xlsx.read(file.getvalue(), "Grants")
    assert not contracts_csv.recognises(file.getvalue())


def test_grants_of_others_are_refused_kindly() -> None:
    with pytest.raises(InputError, match="None of the 2 grants"):
        grants_360.read(json.dumps(GRANTS).encode(), "Lantern Trust")
    with pytest.raises(InputError, match="whose grants"):
        grants_360.read(json.dumps(GRANTS).encode(), " ")
    bid: Bid = with_fields(
        EMPTY, {"organisation.name": "Harbour Mind", "organisation.charity_number": "1199999"}
    )
    assert grants_360.names_of(bid) == ("1199999", "Harbour Mind")


LIST = (
    "Notice Identifier,Notice Type,Organisation Name,Status,Published Date,Title,Description,"
    "Region,Cpv Codes,Contact Email,Contact Website,Closing Date,Closing Time,"
    "Value Low,Value High\n"
    "CF-1,Contract,Northshire Council,Open,2026-06-01T10:00:00Z,Day care,Care.rnrnDaily,North East,"
    "85312100 85300000,a@example.org,https://n.example,03/07/2026,12:00,40000,60000\n"
    "CF-2,Contract,Eastmere Council,Open,2026-06-02T10:00:00Z,Advice,,,,,,,,,\n"
)


def test_a_list_of_notices_is_chosen_from() -> None:
    data = LIST.encode()
    assert contracts_csv.recognises(data)
    assert [one.identifier for one in contracts_csv.listed(data)] == ["CF-1", "CF-2"]
    with pytest.raises(InputError, match="2 notices"):
        contracts_csv.read(data)
    found = contracts_csv.read(data, "CF-1")
    bid = take(EMPTY, found)
    assert bid.opportunity.title == "Day care"
    assert bid.opportunity.summary == "Care.\n\nDaily"
    assert bid.opportunity.cpv == ("85300000", "85312100")
    assert bid.opportunity.value == Decimal(60000)
    deadline = bid.rounds[0].deadline
    assert deadline is not None
    assert deadline.isoformat() == "2026-07-03T12:00:00+01:00"
    assert "range" in str(found.warnings[0])
    empty = take(EMPTY, contracts_csv.read(data, "CF-2"))
    assert empty.rounds == ()
    assert empty.opportunity.value is None


def test_tables_that_are_none(tmp_path: Path) -> None:
    for data in (b"", b"\x00\xff", b"[1, 2, 3]", b'{"a": 1}', b"[" * 5000, b"PK\x03\x04x"):
        assert not charity_register.recognises(data)
        assert not grants_360.recognises(data)
        assert not contracts_csv.recognises(data)
    with pytest.raises(FileError):
        list(rows_of(tmp_path / "gone.csv"))


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_give_rows_or_a_sentence(data: bytes) -> None:
    try:
        assert all(isinstance(row, dict) for row in rows_of(data))
    except BidKitError:
        return
