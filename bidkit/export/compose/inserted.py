"""What an answer inserts by name: the chart or table behind it, drawn from the bid as it is."""

from __future__ import annotations

from collections.abc import Callable

from bidkit.domain.bid import Bid
from bidkit.domain.prose import model as prose
from bidkit.domain.prose.linked import RESULT
from bidkit.drawing.charts import Chart
from bidkit.export import tree
from bidkit.export.compose import case, charts, evidence_charts, money, team, worth
from bidkit.export.compose.options import Options


def chart_named(bid: Bid, name: str, lot: str = "") -> Chart | None:
    """Return the chart of a name; None where it would show nothing or nothing has that name."""
    if name.startswith(RESULT):
        identity = name.removeprefix(RESULT)
        outcome = next((one for one in bid.outcomes if one.id == identity), None)
        return evidence_charts.outcome_trend(bid, outcome) if outcome is not None else None
    makers: dict[str, Callable[[], Chart | None]] = {
        "timetable": lambda: charts.timetable(bid, None, lot),
        "mobilisation": lambda: charts.mobilisation(bid, None, lot),
        "team": lambda: charts.team(bid),
        "partnership": lambda: charts.partnership(bid),
        "risks": lambda: charts.risks(bid, ours=False),
        "chain": lambda: evidence_charts.evidence_chain(bid),
        "results": lambda: evidence_charts.outcome_results(bid),
    }
    maker = makers.get(name)
    return maker() if maker is not None else None


def chart_block(bid: Bid, name: str, options: Options) -> tree.Block | None:
    """Return the chart an answer inserts by name; None where it would show nothing."""
    found = chart_named(bid, name, options.lot)
    return charts.on_paper(found) if found is not None else None


def table_block(bid: Bid, name: str, options: Options) -> tree.Block | None:
    """Return the table an answer inserts by name; None where it would be empty."""
    makers: dict[str, Callable[[], tree.Blocks]] = {
        "steps": lambda: team.steps_table(bid, options),
        "milestones": lambda: team.milestones_table(bid, options),
        "roles": lambda: team.roles_table(bid),
        "measures": lambda: team.measures_table(bid, options),
        "risks": lambda: team.risks_table(bid, options),
        "partners": lambda: team.partners_table(bid),
        "outcomes": lambda: case.outcome_table(bid, bid.outcomes),
        "promises": lambda: case.promises_table(bid),
        "return": lambda: worth.return_table(bid, options),
        "values": lambda: worth.values_table(bid),
        "case": lambda: worth.business_case_table(bid),
        "prices": lambda: money.price_table(bid, options),
    }
    maker = makers.get(name)
    blocks = maker() if maker is not None else ()
    return blocks[0] if blocks else None


def rows_in_words(table: tree.Table) -> tuple[tuple[str, ...], ...]:
    """Return a table as plain words, its headings first."""
    return tuple(
        tuple(_words(cell.blocks) for cell in row.cells) for row in (*table.header, *table.rows)
    )


def as_prose(table: tree.Table) -> prose.Table:
    """Return a table as one that is written by hand, to be edited and counted as words."""
    heading, *rows = rows_in_words(table)
    straight: tuple[prose.Alignment, ...] = tuple("" for _ in heading)

    def cells(row: tuple[str, ...]) -> prose.Row:
        return tuple((prose.Text(words),) if words else () for words in row)

    return prose.Table(cells(heading), tuple(cells(row) for row in rows), straight)


def _words(blocks: tree.Blocks) -> str:
    pieces = [
        "".join(run.text for run in block.runs)
        for block in blocks
        if isinstance(block, tree.Paragraph | tree.Heading)
    ]
    return " ".join(" ".join(piece.split()) for piece in pieces)
