"""The smaller tables of the charity register's extract: returns, governing document, policies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.organisation import AccountsYear, Identifier, LegalForm, Policy
from bidkit.domain.refs import ref
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.repair import repaired
from bidkit.importers.tables import Row, text_in
from bidkit.words import tr

NUMBER = "registered_charity_number"
MOST_YEARS = 3
MOST_NAMES = 12
FORMS: tuple[tuple[str, LegalForm], ...] = (
    ("cio", "cio"),
    ("memorandum and articles", "clg"),
    ("articles of association", "clg"),
    ("royal charter", "other"),
    ("rules", "registered society"),
    ("trust deed", "trust"),
    ("declaration of trust", "trust"),
    ("conveyance", "trust"),
    ("will ", "trust"),
    ("constitution", "unincorporated association"),
)
"""How a governing document begins, and the legal form it speaks for; the first that fits."""
POLICY_KEYS = (
    ("complaint", "complaints"),
    ("conflict", "conflicts"),
    ("financial control", "financial-controls"),
    ("reserves", "reserves"),
    ("risk", "risk-register"),
    ("serious incident", "incidents"),
    ("social media", "social-media"),
    ("volunteer", "volunteers"),
    ("bribery", "anti-bribery"),
    ("fraud", "anti-bribery"),
)
"""Words in a policy's name on the register, and the policy they mean."""


def year_of(row: Row) -> date | None:
    """Return the last day of the financial year a row is of."""
    return day_of(text_in(row, "fin_period_end_date", "latest_acc_fin_period_end_date")[:10])


def money(row: Row, name: str) -> Decimal | None:
    """Return an amount of a row, None where there is none that can be one."""
    try:
        amount = Decimal(text_in(row, name).replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < Decimal(10) ** 12 else None


def returns(rows: list[Row], draft: Draft) -> None:
    """Take income and spending of the last three years, which every charity reports."""
    dated = [(day, row) for row in rows if (day := year_of(row)) is not None]
    for day, row in sorted(dated, key=lambda one: one[0], reverse=True)[:MOST_YEARS]:
        income, spending = money(row, "total_gross_income"), money(row, "total_gross_expenditure")
        if income is None and spending is None:
            continue
        surplus = income - spending if income is not None and spending is not None else None
        made = AccountsYear(
            id=derived_id("charity register", text_in(row, NUMBER), day.isoformat()),
            order=f"{9999 - day.year:04d}",
            year_end=day,
            income=income,
            spending=spending,
            operating_surplus=surplus,
        )
        draft.entity("accounts", made, tr("Accounts"))


def governing_document(rows: list[Row], draft: Draft) -> None:
    """Take the objects and the area of benefit, and guess the legal form from the document."""
    row = rows[0]
    objects = repaired(text_in(row, "charitable_objects"))
    draft.field(ref(Bid, lambda b: b.organisation.objects), objects, tr("Objects"))
    area = text_in(row, "area_of_benefit")
    if area.upper() not in ("NOT DEFINED", "NOT DEFINED IN PRACTICE", "UNDEFINED"):
        draft.field(ref(Bid, lambda b: b.organisation.area_of_benefit), area, tr("Where"))
    described = text_in(row, "governing_document_description").lower()
    form = next((one for words, one in FORMS if described.startswith(words)), "")
    why = tr("From how the register describes the governing document.")
    draft.guess(ref(Bid, lambda b: b.organisation.legal_form), form, tr("Legal form"), why)


def areas(rows: list[Row], draft: Draft) -> None:
    """Take the places the charity works in."""
    why = tr("Where the register says you work.")
    place = ref(Bid, lambda b: b.organisation.area_of_benefit)
    draft.guess(place, _joined(rows, "geographic_area_description"), tr("Where"), why)


def classification(rows: list[Row], draft: Draft) -> None:
    """Take whom the charity says it helps."""
    whom = [row for row in rows if text_in(row, "classification_type").lower() == "who"]
    why = tr("In the register's categories; your own words say more.")
    place = ref(Bid, lambda b: b.organisation.beneficiaries)
    draft.guess(place, _joined(whom, "classification_description"), tr("Whom you help"), why)


def other_names(rows: list[Row], draft: Draft) -> None:
    """Take the working name; earlier names are passed over."""
    working = [row for row in rows if "working" in text_in(row, "charity_name_type").lower()]
    if working:
        name = titled(text_in(working[0], "charity_name"))
        place = ref(Bid, lambda b: b.organisation.trading_name)
        draft.field(place, name, tr("Name people know you by"))


def policies(rows: list[Row], draft: Draft) -> None:
    """Take the policies the charity told the Commission it has."""
    note = tr("You told the Commission that you have it; add the day it was agreed.")
    for row in rows:
        title = text_in(row, "policy_name")
        if title:
            lower = title.lower()
            key = next((one for words, one in POLICY_KEYS if words in lower), "")
            identity = derived_id("charity register", text_in(row, NUMBER), "policy", title)
            made = Policy(id=identity, key=key, title=title, held="yes")
            draft.entity("policies", made, tr("Policies"), note=note)


def regulators(rows: list[Row], draft: Draft) -> None:
    """Take the other regulators the charity answers to."""
    for row in rows:
        name = text_in(row, "regulator_name")
        if name:
            identity = derived_id("charity register", text_in(row, NUMBER), "regulator", name)
            made = Identifier(id=identity, scheme=name)
            draft.entity("identifiers", made, tr("Regulators"))


def _joined(rows: list[Row], name: str) -> str:
    found = list(dict.fromkeys(text for row in rows if (text := text_in(row, name))))
    return ", ".join(found[:MOST_NAMES])


def titled(text: str) -> str:
    """Return a name written in capitals throughout as people write it; others stay."""
    if not text.isupper() or any(letter.isdigit() for letter in text):
        return text
    small = {"and", "of", "the", "for", "in", "on", "at", "to"}
    words = [word.capitalize() for word in text.split()]
    return " ".join(w.lower() if w.lower() in small and at else w for at, w in enumerate(words))
