"""The Charity Commission's daily extract: what it knows of one charity fills our profile.

Its tables come as JSON lists or tab-separated text, each in a zip: the charity itself, its
yearly returns (history, parts A and B), its trustees, and what `charity_tables` reads.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.organisation import AccountsYear, Person
from bidkit.domain.refs import ref
from bidkit.errors import InputError
from bidkit.importers import charity_tables
from bidkit.importers.base import Proposal
from bidkit.importers.charity_tables import NUMBER, money, titled, year_of
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.repair import repaired
from bidkit.importers.tables import Row, first_row, rows_of, text_in
from bidkit.words import tr

MOST_LINES = 400


def recognises(given: Path | bytes) -> bool:
    """Tell whether this is a table of the extract; never raises."""
    return _reader(first_row(given)) is not None


def read(given: Path | bytes, charity_number: str) -> Proposal:
    """Return what a table of the extract knows of a charity, by its registered number."""
    reader = _reader(first_row(given))
    wanted = "".join(letter for letter in charity_number if letter.isdigit())
    if reader is None or not wanted:
        raise InputError(
            tr("This is not a table of the charity register, or no number was given."),
            advice=tr("Give your registered charity number, such as 1164883."),
        )
    rows = []
    for row in rows_of(given):
        if text_in(row, NUMBER) == wanted and text_in(row, "linked_charity_number") in ("", "0"):
            rows.append(row)
            if len(rows) >= MOST_LINES:
                break
    if not rows:
        raise InputError(
            tr("Charity {number} is not in this table.", number=wanted),
            advice=tr("Check the number; charities in Scotland and Northern Ireland are not here."),
        )
    draft = Draft()
    reader(rows, draft)
    return draft.finished(tr("Charity {number}", number=wanted), tr("Charity register"))


def _reader(row: Row) -> Callable[[list[Row], Draft], None] | None:
    if NUMBER not in row:
        return None
    if "trustee_name" in row:
        return _trustees
    if "income_total_income_and_endowments" in row:
        return _accounts
    if "count_volunteers" in row:
        return _people
    if "charity_registration_status" in row or "charity_contact_postcode" in row:
        return _profile
    smaller = next((take for sign, take in SMALLER if sign in row), None)
    return smaller or (_profile if "charity_name" in row else None)


SMALLER = (
    ("charitable_objects", charity_tables.governing_document),
    ("geographic_area_description", charity_tables.areas),
    ("classification_description", charity_tables.classification),
    ("charity_name_type", charity_tables.other_names),
    ("policy_name", charity_tables.policies),
    ("regulator_name", charity_tables.regulators),
    ("total_gross_income", charity_tables.returns),
)
"""The column by which each smaller table is known, and what takes it in."""


def _profile(rows: list[Row], draft: Draft) -> None:
    row, label = rows[0], tr("Name and address")
    _name(text_in(row, "charity_name"), draft, label)
    draft.field(ref(Bid, lambda b: b.organisation.charity_number), text_in(row, NUMBER), label)
    company = text_in(row, "charity_company_registration_number")
    draft.field(ref(Bid, lambda b: b.organisation.company_number), company, label)
    lines = [text_in(row, f"charity_contact_address{place}") for place in range(1, 6)]
    lines.append(text_in(row, "charity_contact_postcode"))
    address = "\n".join(titled(line) for line in lines if line)
    draft.field(ref(Bid, lambda b: b.organisation.address), address, label)
    contact = tr("Ways to reach you")
    phone, email = text_in(row, "charity_contact_phone"), text_in(row, "charity_contact_email")
    draft.field(ref(Bid, lambda b: b.organisation.phone), phone, contact)
    draft.field(ref(Bid, lambda b: b.organisation.email), email, contact)
    website = text_in(row, "charity_contact_web")
    draft.field(ref(Bid, lambda b: b.organisation.website), website, contact)
    registered = day_of(text_in(row, "date_of_registration")[:10])
    draft.field(ref(Bid, lambda b: b.organisation.registered_on), registered, tr("Registered on"))
    activities = repaired(text_in(row, "charity_activities"))
    draft.field(ref(Bid, lambda b: b.organisation.what_we_do), activities, tr("What you do"))
    cio = text_in(row, "charity_is_cio").lower() in ("true", "1", "t", "yes")
    form = "cio" if cio else "clg" if company else ""
    why = tr("From the register's marks; check it against your governing document.")
    draft.guess(ref(Bid, lambda b: b.organisation.legal_form), form, tr("Legal form"), why)
    current = text_in(row, "charity_reporting_status").lower().endswith("received")
    filings = "yes" if current else ""
    draft.guess(ref(Bid, lambda b: b.organisation.filings_current), filings, tr("Filings"), why)
    _warn(row, draft)


def _name(written: str, draft: Draft, label: str) -> None:
    place, name = ref(Bid, lambda b: b.organisation.name), titled(written)
    if name == written:
        draft.field(place, name, label)
        return
    why = tr("The register writes it in capitals: {name}. Check the small letters.", name=written)
    draft.guess(place, name, label, why)


def _warn(row: Row, draft: Draft) -> None:
    status = text_in(row, "charity_registration_status")
    if status and status.lower() != "registered":
        draft.caution(tr("The register says: {status}.", status=status))
    for field, words in (
        ("charity_insolvent", tr("The register marks the charity as insolvent.")),
        ("charity_in_administration", tr("The register marks the charity as in administration.")),
    ):
        if text_in(row, field).lower() in ("true", "1", "t"):
            draft.caution(words, tr("If that is wrong, tell the Commission first."))


def _accounts(rows: list[Row], draft: Draft) -> None:
    for row in rows:
        year_end = year_of(row)
        if year_end is None:
            continue
        income, spending = (
            money(row, "income_total_income_and_endowments"),
            money(row, "expenditure_total"),
        )
        surplus = income - spending if income is not None and spending is not None else None
        made = AccountsYear(
            id=derived_id("charity register", text_in(row, NUMBER), year_end.isoformat()),
            order=f"{9999 - year_end.year:04d}",
            year_end=year_end,
            income=income,
            spending=spending,
            free_reserves=money(row, "reserves"),
            current_assets=_sum(
                row, "assets_cash", "assets_current_investment", "assets_other_assets"
            ),
            creditors_within_year=money(row, "creditors_one_year_total_current"),
            total_liabilities=money(row, "assets_total_liabilities"),
            operating_surplus=surplus,
        )
        note = tr("Current assets are an estimate: the register has no such total.")
        draft.entity("accounts", made, tr("Accounts"), note=note)


def _people(rows: list[Row], draft: Draft) -> None:
    row = max(rows, key=lambda one: year_of(one) or date.min)
    volunteers, staff = money(row, "count_volunteers"), money(row, "count_employees")
    label = tr("People")
    counts = (
        (ref(Bid, lambda b: b.organisation.volunteers), volunteers),
        (ref(Bid, lambda b: b.organisation.staff_count), staff),
    )
    for address, count in counts:
        if count is not None and count == int(count):
            draft.field(address, int(count), label)
    contracts = money(row, "income_from_government_contracts")
    if contracts:
        draft.caution(
            tr("The register shows £{amount:,} from public contracts that year.", amount=contracts),
            tr("Put those contracts into your track record."),
        )


def _trustees(rows: list[Row], draft: Draft) -> None:
    for row in rows:
        name = titled(text_in(row, "trustee_name"))
        chair = text_in(row, "trustee_is_chair").lower() in ("true", "1", "t")
        made = Person(
            id=derived_id("charity register", text_in(row, NUMBER), "trustee", name),
            name=name,
            role=tr("Chair") if chair else tr("Trustee"),
            kind="trustee",
            since=day_of(text_in(row, "trustee_date_of_appointment")[:10]),
        )
        draft.entity("people", made, tr("Trustees"))
    draft.field(
        ref(Bid, lambda b: b.organisation.trustees_count), len(rows), tr("Number of trustees")
    )


def _sum(row: Row, *names: str) -> Decimal | None:
    found = [amount for name in names if (amount := money(row, name)) is not None]
    return sum(found, Decimal(0)) if found else None
