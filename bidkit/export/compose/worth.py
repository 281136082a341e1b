"""What it is worth: social return, business case, values with sources, clauses we propose."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words, money_words, number_words, percent_words
from bidkit.domain.value import ReturnLine, SocialMeasure
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.export.compose.writing import labelled, plain_blocks
from bidkit.figures.readings.value import (
    Returned,
    break_even_of,
    break_even_words,
    counted_lines,
    measure_of,
    ratio_words,
    saved_by,
    social_return_of,
    worth_of,
    worth_of_line,
)
from bidkit.figures.social_return import SocialReturn
from bidkit.words import Words, later, tr

KINDS: dict[str, Words] = {
    "fiscal": later("Money a public body saves"),
    "economic": later("Worth to the economy"),
    "social": later("Worth to people"),
}
DISCOUNT_RATE = "discount_rate"


def returned(bid: Bid, options: Options) -> Returned:
    """Return the social return at the bid's own rate, else at the dated usual one."""
    rate = bid.social_return.discount_rate
    if rate is None and bid.return_lines:
        from bidkit.packs.catalogue import shipped

        line = shipped().figure(DISCOUNT_RATE, options.today)
        rate = line.value if line is not None else None
    return social_return_of(bid, rate)


def return_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the social return line by line, with what is taken off, the ratio and its range."""
    found = returned(bid, options)
    account = found.account
    if account is None:
        return ()
    rows = [
        tree.row(
            line.title,
            number_words(line.quantity),
            money_words(worth_of_line(bid, line)),
            _taken_off(line),
            _source(bid, line),
            money_words(one.present_value),
            heading=True,
        )
        for line, one in zip(counted_lines(bid), account.outcomes, strict=True)
    ]
    rows += _closing_rows(found, account)
    titles = (
        tr("Change"),
        tr("How many"),
        tr("Each worth"),
        tr("Taken off"),
        tr("Source of the value"),
        tr("Worth today"),
    )
    columns = (
        tree.Column(0.22),
        tree.Column(0.1, "right"),
        tree.Column(0.13, "right"),
        tree.Column(0.22),
        tree.Column(0.18),
        tree.Column(0.15, "right"),
    )
    return (tree.Table(columns, tuple(rows), (tree.row(*titles),), caption=tr("Social return")),)


def _closing_rows(found: Returned, account: SocialReturn) -> list[tree.Row]:
    worth = tr("Worth today, at {rate} a year", rate=percent_words(found.rate))
    rows = [_closing(worth, money_words(account.present_value))]
    if account.ratio is not None:
        rows += [
            _closing(tr("Put in"), money_words(account.inputs)),
            _closing(tr("For each £1 put in"), ratio_words(account.ratio)),
            _closing(tr("With one assumption a quarter off"), range_words(found)),
        ]
    return rows


def range_words(found: Returned) -> str:
    """Return the lowest and the highest ratio that one assumption a quarter off would give."""
    ratios = [
        ratio
        for swing in found.swings
        for ratio in (swing.lower, swing.higher)
        if ratio is not None
    ]
    if not ratios:
        return ""
    return tr("{low} to {high}", low=ratio_words(min(ratios)), high=ratio_words(max(ratios)))


def social_return(bid: Bid, options: Options) -> tree.Blocks:
    """Return the section on social return: the table, and what was assumed."""
    blocks = (*return_table(bid, options), *labelled(tr("What we assumed"), bid.social_return.note))
    values = values_table(bid)
    if not (blocks or values):
        return ()
    return (tree.Section(tr("Social return"), (*blocks, *values), key="social-return"),)


def values_table(bid: Bid) -> tree.Blocks:
    """Return the values of our own: worth, of which year, who bears it, where it comes from."""
    rows = tuple(
        tree.row(
            one.title,
            money_words(worth_of(one)),
            _year(one),
            one.bearing,
            str(KINDS[one.kind]) if one.kind in KINDS else "",
            ", ".join(piece for piece in (one.source, one.url, _read(one)) if piece),
            heading=True,
        )
        for one in bid.social_measures
        if one.value is not None
    )
    if not rows:
        return ()
    titles = (
        tr("What one is worth"),
        tr("Worth"),
        tr("Prices of"),
        tr("Borne by"),
        tr("Kind"),
        tr("Source"),
    )
    columns = tuple(tree.Column(share) for share in (0.2, 0.12, 0.1, 0.2, 0.16, 0.22))
    return (
        tree.Table(columns, rows, (tree.row(*titles),), caption=tr("Values and their sources")),
    )


def business_case_table(bid: Bid) -> tree.Blocks:
    """Return the business case as a table of two columns: money, people, and three agendas."""
    case, cases = bid.business_case, break_even_of(bid)
    name = case.case_name.strip() or tr("case")
    pairs = [
        (tr("The service costs"), money_words(case.programme_cost)),
        (tr("One {case} costs", case=name), money_words(case.avoided_per_case)),
        (tr("It pays for itself if"), break_even_words(bid) if cases is not None else ""),
    ]
    for outcome in bid.outcomes:
        saved = saved_by(bid, outcome)
        if saved is not None:
            words = tr(
                "{n} × {each} = {whole}",
                n=number_words(saved.cases),
                each=money_words(saved.each),
                whole=money_words(saved.whole),
            )
            pairs.append((outcome.text, words))
    pairs += [
        (tr("What it costs people themselves"), case.personal_cost),
        (tr("Neighbours and belonging"), case.cohesion),
        (tr("Wellbeing"), case.wellbeing),
        (tr("The place and its jobs"), case.regeneration),
    ]
    rows = tuple(tree.row(label, words, heading=True) for label, words in pairs if words.strip())
    if not rows:
        return ()
    columns = (tree.Column(0.36), tree.Column(0.64))
    header = tree.row(tr("Business case"), tr("What it comes to"))
    return (tree.Table(columns, rows, (header,), caption=tr("Business case")),)


def business_case(bid: Bid) -> tree.Blocks:
    """Return the section with the business case."""
    blocks = business_case_table(bid)
    return (tree.Section(tr("Business case"), blocks, key="business-case"),) if blocks else ()


def clauses(bid: Bid) -> tree.Blocks:
    """Return the clauses we propose, each with the worries it answers; the others stay at home."""
    blocks: list[tree.Block] = []
    for one in bid.social_clauses:
        if one.include == "yes" and one.text.strip():
            blocks += [
                tree.Heading(tree.text(one.title or one.outcome), 2),
                *plain_blocks(one.text),
            ]
            blocks += plain_blocks(one.barriers)
    if not blocks:
        return ()
    return (tree.Section(tr("Clauses we propose"), tuple(blocks), key="clauses"),)


def _closing(label: str, words: str) -> tree.Row:
    return tree.row(label, "", "", "", "", words, total=True)


def _taken_off(line: ReturnLine) -> str:
    taken = (
        (tr("anyway"), line.deadweight),
        (tr("moved"), line.displacement),
        (tr("others"), line.attribution),
        (tr("wears off"), line.drop_off),
    )
    return ", ".join(f"{name} {percent_words(share)}" for name, share in taken if share)


def _source(bid: Bid, line: ReturnLine) -> str:
    measure = measure_of(bid, line.unit_value)
    return line.measure or (measure.source if measure is not None else "")


def _year(one: SocialMeasure) -> str:
    brought = one.index_then is not None and one.index_now is not None
    year = one.to_year if brought else one.price_year
    return str(year) if year is not None else ""


def _read(one: SocialMeasure) -> str:
    return tr("read {day}", day=day_words(one.read_on, weekday=False)) if one.read_on else ""
