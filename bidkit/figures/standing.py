"""Financial standing as buyers test it: each ratio, whether it passes, and a grade with reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.figures.rounding import HUNDRED


class Status(StrEnum):
    """What a test says; a missing figure is never a pass or a fail."""

    PASS = "pass"
    FAIL = "fail"
    AT_RISK = "at_risk"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Grade(StrEnum):
    """The risk a buyer would see; unknown while nothing could be tested."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Accounts:
    """Figures of the latest accounts in pounds; None is "not known". Contract: pounds a year."""

    income: Decimal | None = None
    spend: Decimal | None = None
    free_reserves: Decimal | None = None
    current_assets: Decimal | None = None
    stock: Decimal | None = None
    creditors_within_year: Decimal | None = None
    total_assets: Decimal | None = None
    total_liabilities: Decimal | None = None
    operating_surplus: Decimal | None = None
    credit_score: Decimal | None = None
    annual_contract: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """The level a figure is held against; asked tells a buyer's own minimum from a usual one."""

    value: Decimal
    asked: bool = False


@dataclass(frozen=True, slots=True)
class StandingResult:
    """One test: its figure (unrounded), the level, what it says, and the inputs it lacks.

    missing names fields of Accounts.
    """

    id: str
    value: Decimal | None
    level: Level | None
    status: Status
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingTest:
    """How one figure is made: from which inputs, and whether more is better."""

    id: str
    inputs: tuple[str, ...]
    formula: Callable[..., Decimal]
    more_is_better: bool = True


STANDING_TESTS = (
    StandingTest("E1", ("income", "annual_contract"), lambda income, contract: income / contract),
    StandingTest(
        "E2",
        ("annual_contract", "income"),
        lambda contract, income: contract * HUNDRED / income,
        more_is_better=False,
    ),
    StandingTest(
        "E3", ("current_assets", "creditors_within_year"), lambda assets, owed: assets / owed
    ),
    StandingTest(
        "E4",
        ("current_assets", "stock", "creditors_within_year"),
        lambda assets, stock, owed: (assets - stock) / owed,
    ),
    StandingTest(
        "E5",
        ("total_liabilities", "total_assets"),
        lambda owed, assets: owed / assets,
        more_is_better=False,
    ),
    StandingTest(
        "E6",
        ("operating_surplus", "income"),
        lambda surplus, income: surplus * HUNDRED / income,
    ),
    StandingTest("E7", ("free_reserves", "spend"), lambda reserves, spend: reserves * 12 / spend),
    StandingTest("E8", ("credit_score",), lambda score: score),
    StandingTest("E9", ("total_assets", "total_liabilities"), lambda assets, owed: assets - owed),
)
"""E1 turnover ÷ yearly contract value; E2 yearly contract ÷ income, percent; E3 current assets ÷
creditors within one year; E4 the same without stock; E5 total liabilities ÷ total assets;
E6 operating surplus ÷ income, percent; E7 free reserves in months of spending; E8 credit score;
E9 net assets in pounds. None is rounded. Source: Assessing and monitoring the economic and
financial standing of suppliers, gov.uk; the levels are dated data."""


def judge(accounts: Accounts, levels: Mapping[str, Level]) -> tuple[StandingResult, ...]:
    """Return every test E1…E9 with its figure and what it says.

    Below a level the buyer asks: fail. Below a usual level: at risk. Without a level the figure
    is information only (not applicable); without its inputs, or divided by nought: unknown.
    """
    return tuple(_judged(test, accounts, levels.get(test.id)) for test in STANDING_TESTS)


def turnover_multiple(
    accounts: Accounts, asked: Decimal | None, fair_most: Decimal
) -> StandingResult:
    """Return test E1 with what the buyer asks for and the most a buyer should ask for.

    Formula: income ÷ yearly contract value. Fail below what is asked; at risk where the buyer asks
    more than is fair, even if it is met (worth a question to the buyer).
    Source: Public Contracts Regulations 2015, regulation 58; good practice since.
    """
    level = None if asked is None else Level(asked, asked=True)
    found = _judged(STANDING_TESTS[0], accounts, level)
    too_much = asked is not None and asked > fair_most
    if found.status is Status.PASS and too_much:
        return StandingResult(found.id, found.value, level, Status.AT_RISK)
    return found


def fair_turnover(annual_contract: Decimal, fair_most: Decimal) -> Decimal:
    """Return the turnover a buyer could reasonably ask for: yearly contract × the fair multiple.

    Units: pounds. Source: as turnover_multiple.
    """
    return annual_contract * fair_most


def without_accounts(forecast: bool | None, bank_letter: bool | None) -> StandingResult:
    """Return test E11: a body without filed accounts gives a cash-flow forecast and a bank letter.

    Pass with both, fail without either, at risk with one, unknown while not answered.
    Source: barnsley.gov.uk, How we award contracts.
    """
    given = (forecast, bank_letter)
    names = ("forecast", "bank_letter")
    missing = tuple(name for name, one in zip(names, given, strict=True) if one is None)
    if missing:
        return StandingResult("E11", None, None, Status.UNKNOWN, missing)
    status = {2: Status.PASS, 1: Status.AT_RISK, 0: Status.FAIL}[sum(map(bool, given))]
    return StandingResult("E11", None, None, status)


def going_concern(
    results: Sequence[StandingResult], doubt: bool | None
) -> tuple[StandingResult, ...]:
    """Return the results with E9 failing where the accounts doubt that the body will go on."""
    if not doubt:
        return tuple(results)
    return tuple(
        StandingResult(one.id, one.value, one.level, Status.FAIL) if one.id == "E9" else one
        for one in results
    )


def grade(results: Sequence[StandingResult]) -> Grade:
    """Return the risk a buyer would see, test E10.

    High where any test fails, medium where any is at risk, low where every test that could be
    made passes, unknown where none could. Source: gov.uk guidance as above ("comply or explain").
    """
    said = {one.status for one in results}
    if Status.FAIL in said:
        return Grade.HIGH
    if Status.AT_RISK in said:
        return Grade.MEDIUM
    return Grade.LOW if Status.PASS in said else Grade.UNKNOWN


def _judged(test: StandingTest, accounts: Accounts, level: Level | None) -> StandingResult:
    given: dict[str, Decimal | None] = {name: getattr(accounts, name) for name in test.inputs}
    missing = tuple(name for name, value in given.items() if value is None)
    if missing:
        return StandingResult(test.id, None, level, Status.UNKNOWN, missing)
    try:
        value = test.formula(*given.values())
    except ArithmeticError:
        return StandingResult(test.id, None, level, Status.UNKNOWN, (test.inputs[-1],))
    if level is None:
        return StandingResult(test.id, value, None, Status.NOT_APPLICABLE)
    reached = value >= level.value if test.more_is_better else value <= level.value
    below = Status.FAIL if level.asked else Status.AT_RISK
    return StandingResult(test.id, value, level, Status.PASS if reached else below)
