"""Full cost recovery: direct cost and a fair share of the overheads, to the penny."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bidkit.errors import InputError
from bidkit.figures.rounding import NOUGHT, share_percent, to_pence
from bidkit.figures.shares import apportion
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class Driver:
    """What an overhead follows (floor space, staff, time, spending): an amount for each project.

    central: what the central team itself uses of it; nought where it uses none.
    """

    projects: tuple[Decimal, ...]
    central: Decimal = NOUGHT


@dataclass(frozen=True, slots=True)
class Overhead:
    """A cost of the whole organisation in pounds, and what it follows.

    central_team: this is the cost of the central team, which takes up the share of premises and
    equipment the team uses before it is itself shared out.
    """

    key: str
    amount: Decimal
    driver: Driver
    central_team: bool = False


@dataclass(frozen=True, slots=True)
class OverheadRow:
    """How one overhead was shared: amount + taken_in = the shares + to_central, to the penny."""

    key: str
    amount: Decimal
    taken_in: Decimal
    shares: tuple[Decimal, ...]
    to_central: Decimal


@dataclass(frozen=True, slots=True)
class ProjectCost:
    """A project's full cost in pounds; overhead_percent is of the direct cost, unrounded."""

    direct: Decimal
    overhead: Decimal

    @property
    def full(self) -> Decimal:
        """Direct cost and overhead together."""
        return self.direct + self.overhead

    @property
    def overhead_percent(self) -> Decimal | None:
        """The overhead as a percentage of the direct cost; None where there is no direct cost."""
        return share_percent(self.overhead, self.direct)


@dataclass(frozen=True, slots=True)
class FullCost:
    """The whole table: each overhead as it was shared, and each project's full cost."""

    rows: tuple[OverheadRow, ...] = ()
    projects: tuple[ProjectCost, ...] = field(default=())

    @property
    def total(self) -> Decimal:
        """The full cost of all projects, equal to direct costs and overheads together."""
        return sum((project.full for project in self.projects), NOUGHT)


def cost_in_two_passes(direct: Sequence[Decimal], overheads: Sequence[Overhead]) -> FullCost:
    """Return the full cost of every project, sharing the central team's own use first.

    Formula: pass one shares each other overhead over projects and central team by its driver;
    pass two adds the central shares to the central team's costs (by their amount, where there
    are several) and shares those over the projects alone. Units: pounds.
    Rounding: every sharing by largest remainder, so that nothing is lost to a penny.
    Errors: InputError where an overhead has nothing to follow, or where the central team uses
    something and no overhead is marked as its cost.
    Source: the ACEVO and New Philanthropy Capital method, as funders publish it; T-FCR.
    """
    first = [_first_pass(one, len(direct)) for one in overheads]
    central = sum((row.to_central for row in first), NOUGHT)
    team = [to_pence(one.amount) if one.central_team else NOUGHT for one in overheads]
    if central and not any(one.central_team for one in overheads):
        raise InputError(
            tr("The central team's share has nowhere to go."),
            tr("It uses premises or equipment, but no overhead is marked as its own cost."),
            tr("Mark an overhead, for example management, as the central team's cost."),
        )
    even = [Decimal(int(one.central_team)) for one in overheads]
    taken = apportion(central, team if sum(team) else even) if central else [NOUGHT] * len(team)
    rows = [
        _share(one, extra, count=len(direct)) if one.central_team else row
        for one, row, extra in zip(overheads, first, taken, strict=True)
    ]
    return _table(direct, rows)


def cost_in_one_pass(direct: Sequence[Decimal], overheads: Sequence[Overhead]) -> FullCost:
    """Return the full cost of every project, leaving the central team's own use aside.

    Formula: each overhead over the projects alone by its driver. Units: pounds.
    Rounding and errors: as in two passes. Source: T-FCR, one-pass variant.
    """
    return _table(direct, [_share(one, NOUGHT, count=len(direct)) for one in overheads])


def spending_driver(direct: Sequence[Decimal]) -> Driver:
    """Return the driver that follows direct spending."""
    return Driver(tuple(direct))


def difference_from_accounts(cost: FullCost, accounts_total: Decimal) -> Decimal:
    """Return how far the table lies above (or below) the total of the accounts, in pounds.

    Formula: full cost of all projects − total of the accounts; nought means they agree.
    """
    return cost.total - to_pence(accounts_total)


def _first_pass(overhead: Overhead, count: int) -> OverheadRow:
    _refuse_no_driver(overhead, count, overhead.driver.central)
    weights = (*overhead.driver.projects, overhead.driver.central)
    if overhead.central_team or not sum(weights):
        return OverheadRow(overhead.key, NOUGHT, NOUGHT, (NOUGHT,) * count, NOUGHT)
    parts = apportion(overhead.amount, weights)
    return OverheadRow(overhead.key, to_pence(overhead.amount), NOUGHT, parts[:-1], parts[-1])


def _share(overhead: Overhead, extra: Decimal, *, count: int) -> OverheadRow:
    _refuse_no_driver(overhead, count, NOUGHT, extra)
    amount = to_pence(overhead.amount)
    if not sum(overhead.driver.projects):
        return OverheadRow(overhead.key, amount, extra, (NOUGHT,) * count, NOUGHT)
    shares = apportion(amount + extra, overhead.driver.projects)
    return OverheadRow(overhead.key, amount, extra, shares, NOUGHT)


def _refuse_no_driver(
    overhead: Overhead, count: int, central: Decimal, extra: Decimal = NOUGHT
) -> None:
    given = overhead.driver.projects
    if len(given) != count:
        raise InputError(
            tr(
                "“{overhead}” does not say what it follows for every project.",
                overhead=overhead.key,
            ),
            advice=tr("Enter an amount for each project; 0 where a project uses none of it."),
        )
    to_share = overhead.amount + extra
    if to_share and not sum(given) and (overhead.central_team or not central):
        raise InputError(
            tr("“{overhead}” has nothing to follow.", overhead=overhead.key),
            tr("What it follows is 0 for every project."),
            tr("Enter what each project uses, for example floor space or staff."),
        )


def _table(direct: Sequence[Decimal], rows: Sequence[OverheadRow]) -> FullCost:
    projects = []
    for place, cost in enumerate(direct):
        overhead = sum((row.shares[place] for row in rows), NOUGHT)
        projects.append(ProjectCost(to_pence(cost), overhead))
    return FullCost(tuple(rows), tuple(projects))
