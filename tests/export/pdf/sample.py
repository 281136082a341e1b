"""A believable bid of an invented charity, as the tree a writer gets."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from bidkit.drawing.bars import Bar, BarChart, draw_bars
from bidkit.drawing.grouped_bars import Group, GroupedBars, draw_grouped_bars
from bidkit.drawing.metrics import Frame
from bidkit.export.house_style import HouseStyle
from bidkit.export.tree import (
    About,
    Appendix,
    AppendixList,
    Block,
    Callout,
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Figure,
    Heading,
    Item,
    ItemList,
    KeyFacts,
    Paragraph,
    Question,
    Quote,
    Row,
    Run,
    Runs,
    Section,
    StatementGrid,
    Table,
    cell,
    paragraph,
    row,
    text,
)

MADE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

SENTENCES = (
    "Harbour Mind has run drop-in wellbeing sessions in Saltmarsh since 2009, and three in four "
    "of the people who come were never offered help anywhere else.",
    "Every hub opens at the same hours each week, so that nobody has to remember a timetable on "
    "a bad day.",
    "Peer workers, paid at the real living wage, greet people at the door and stay with them "
    "until they have met the person they came to see.",
    "We measure change with the short Warwick-Edinburgh scale at the first visit, after six "
    "weeks and after six months.",
    "Where a person is at risk, the duty lead follows the safeguarding procedure the same day "
    "and tells the referrer what was done.",
    "Our partners bring debt advice, housing support and a bilingual befriending service under "
    "one roof.",
    "The steering group, eight people who have used the service, meets every month and can stop "
    "a change it does not believe in.",
    "Rooms are step-free, have a quiet corner and a hearing loop, and the kettle is always on.",
    "In the last contract year 412 people came at least four times; 68 per cent of them reported "
    "better wellbeing after six weeks.",
    "We will publish what we learn twice a year, including what did not work, in plain words.",
)


def prose(start: int, count: int) -> str:
    """Return some sentences in a row."""
    return " ".join(SENTENCES[(start + at) % len(SENTENCES)] for at in range(count))


def items(*words: str, ordered: bool = False) -> ItemList:
    """Return a list of plain items."""
    return ItemList(tuple(Item((paragraph(each),)) for each in words), ordered)


def logo() -> bytes:
    """Return a small made-up logo with a transparent ground."""
    picture = Image.new("RGBA", (640, 200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 20, 170, 180), fill=(20, 84, 120, 255))
    draw.arc((40, 70, 140, 150), 200, 340, fill=(255, 255, 255, 255), width=14)
    draw.rectangle((210, 60, 600, 92), fill=(20, 84, 120, 255))
    draw.rectangle((210, 112, 480, 140), fill=(196, 92, 40, 255))
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def photograph(width: int = 900, height: int = 500) -> bytes:
    """Return a picture with many colours, as a photograph has."""
    gradient = Image.linear_gradient("L").resize((width, height))
    radial = Image.radial_gradient("L").resize((width, height))
    picture = Image.merge("RGB", (gradient, radial, Image.blend(gradient, radial, 0.5)))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def outcomes_table() -> Table:
    """Return a table with numbers, row headers and a caption."""
    return Table(
        (Column(), Column(align="right"), Column(align="right"), Column(align="right"), Column()),
        (
            row(
                "Wellbeing score rises by 3 points or more",
                "41%",
                "68%",
                "70%",
                "High",
                heading=True,
            ),
            row(
                "Fewer unplanned visits to the surgery", "3.1", "1.9", "1.8", "Medium", heading=True
            ),
            row("Feels part of the neighbourhood", "37%", "59%", "65%", "Medium", heading=True),
            row("Volunteering after six months", "6", "44", "60", "High", heading=True),
        ),
        (row("Outcome", "Baseline", "Result", "Target", "Strength of evidence"),),
        caption="Table 1: Outcomes in the last contract year",
    )


def outcomes_chart() -> Chart:
    """Return bars of baseline, target and result, with their figures as a table."""
    figures = (
        ("Wellbeing score rises by 3 points", "41", "70", "68"),
        ("Feels part of the neighbourhood", "37", "65", "59"),
        ("Volunteering after six months", "6", "60", "44"),
    )
    groups = tuple(
        Group(name, tuple(Decimal(value) for value in values)) for name, *values in figures
    )
    bars = GroupedBars("Outcomes, per cent of people", ("Baseline", "Target", "Result"), groups)
    picture = draw_grouped_bars(bars, Frame(427.0, size=9.5))
    return Chart(picture, "Figure 2: Outcomes against baseline and target", data_table=True)


def cost_chart() -> Chart:
    """Return bars of money."""
    bars = tuple(
        Bar(name, Decimal(value))
        for name, value in (("Peer workers", 142_000), ("Rooms", 58_000), ("Training", 21_500))
    )
    picture = draw_bars(BarChart("What the money pays for", bars), Frame(427.0, size=9.5))
    return Chart(picture, "Figure 3: The largest costs over both years")


def price_table(lines: int = 9) -> Table:
    """Return a price table with a total."""
    names = (
        "Peer workers",
        "Hub leads",
        "Rooms",
        "Interpreting",
        "Training",
        "Evaluation",
        "Travel",
        "Supervision",
        "Insurance and governance",
    )
    body = [
        row(
            f"{names[at % len(names)]}",
            f"£{12_400 + at * 1_350:,}",
            f"£{12_800 + at * 1_390:,}",
            f"£{25_200 + at * 2_740:,}",
            heading=True,
        )
        for at in range(lines)
    ]
    body.append(row("Total", "£160,200", "£165,240", "£325,440", heading=True, total=True))
    return Table(
        (Column(), Column(align="right"), Column(align="right"), Column(align="right")),
        tuple(body),
        (row("Cost line", "Year 1", "Year 2", "Both years"),),
        caption="Table 2: Price by cost line, without VAT",
    )


def spanned_table() -> Table:
    """Return a table with spans over columns and rows."""
    return Table(
        (Column(0.24), Column(0.26), Column(0.25), Column(0.25)),
        (
            Row(
                (
                    Cell((paragraph("Saltmarsh"),), row_span=2, heading=True),
                    cell("Drop-in"),
                    cell("Mon, Wed, Fri"),
                    cell("10 am to 4 pm"),
                )
            ),
            Row((cell("Evening group"), cell("Tuesday"), cell("6 pm to 8 pm"))),
            Row(
                (
                    cell("Northquay", heading=True),
                    cell("Drop-in"),
                    cell("By appointment on Tuesday and Thursday", column_span=2),
                )
            ),
        ),
        (
            Row(
                (
                    Cell((paragraph("Hub"),), row_span=2),
                    Cell((paragraph("Service"),), row_span=2),
                    cell("When", column_span=2),
                )
            ),
            Row((cell("Days"), cell("Hours"))),
        ),
        caption="Table 3: Opening hours",
    )


def grid() -> StatementGrid:
    """Return the full value statements, two by two."""

    def statements(at: int) -> tuple[Block, ...]:
        return (paragraph(SENTENCES[at % 10]), paragraph(SENTENCES[(at + 3) % 10]))

    return StatementGrid(
        "Which stakeholders?",
        ("Primary (user)", "Secondary (non-user)"),
        "What effect on them?",
        ("Outcomes", "Satisfaction"),
        ((statements(0), statements(1)), (statements(2), statements(3))),
    )


def answer(at: int) -> tuple[Block, ...]:
    """Return an answer as people write it: paragraphs, headings, lists, a quotation."""
    mixed: Runs = (
        Run("We call this the "),
        Run("open door", bold=True),
        Run(" promise, described in "),
        Run("our practice guide", address="https://harbour-mind.example/guide"),
        Run(" and known in Welsh as "),
        Run("drws agored i bawb, ŵ a ŷ", italic=True, language="cy"),
        Run("; see also "),
        Run("Evidence E3", target="e3", evidence=True),
        Run("."),
    )
    nested = ItemList(
        (
            Item((paragraph("Before the first visit: a call in the person's own language."),)),
            Item(
                (
                    paragraph("At the first visit:"),
                    items(
                        "a welcome by a peer worker;",
                        "a short talk about what would help;",
                        "an agreed next step, written down.",
                    ),
                )
            ),
            Item((paragraph("After six weeks: a review with the same worker."),)),
        ),
        ordered=True,
    )
    return (
        paragraph(prose(at, 4)),
        Paragraph(mixed),
        Heading(text("How people find us")),
        paragraph(prose(at + 2, 5)),
        nested,
        Heading(text("What changes for them")),
        paragraph(prose(at + 5, 4)),
        items(
            "Fewer people wait for help longer than five days.",
            "People with a carer at home can come together.",
            "Nobody is asked to tell the same story twice.",
        ),
        *(
            (
                Quote(
                    (
                        paragraph(
                            "I came in for the warmth and stayed for the people. They "
                            "remembered my name, and that was the start of it."
                        ),
                    ),
                    "Member of the Saltmarsh hub, with consent",
                ),
            )
            if at % 2
            else ()
        ),
        paragraph(prose(at + 1, 6)),
        paragraph(prose(at + 4, 5)),
    )


def quality_section(number: int, questions: int) -> Section:
    """Return a section of scored questions with answers."""
    words = (
        "Please describe how the service will reach people who do not ask for help, how you "
        "will work with referrers, and how you will know that it makes a difference."
    )
    return Section(
        "Method and quality",
        tuple(
            Question(
                text(f"{words}"),
                answer(at + number),
                f"{number}.{at + 1}",
                "Up to 750 words",
                f"{10 + at} marks",
                "612 of 750 words",
                title="Reaching people" if at == 0 else "",
            )
            for at in range(questions)
        ),
        str(number),
        f"quality-{number}",
        new_page=True,
    )


def sample(sections: int = 3, *, draft: bool = False, style: HouseStyle | None = None) -> Document:
    """Return the whole bid; more sections make it longer."""
    blocks: list[Block] = [Contents("Contents", 2), _summary()]
    blocks += [quality_section(2 + at, 4) for at in range(sections)]
    blocks += [_tables(2 + sections), _register(3 + sections), _appendices()]
    return Document(
        "Community Wellbeing Hubs for Saltmarsh and Northquay",
        tuple(blocks),
        "Our offer for Lot 1, drop-in support for adults, and Lot 2, the evening service",
        bidder="Harbour Mind",
        draft=draft,
        cover=Cover(
            "Tender response",
            "Northshire County Council",
            "Harbour Mind, registered charity",
            (
                Fact("Reference", text("NCC-2026-0417")),
                Fact("Lots", text("1 and 2")),
                Fact("To be handed in by", text("Fri 4 Dec 2026, 12 noon")),
                Fact("Contact", text("Morwenna Pryce, chief officer")),
            ),
        ),
        about=About("Harbour Mind", "Tender NCC-2026-0417", ("wellbeing", "tender"), MADE),
        style=style
        or HouseStyle(primary="#145478", secondary="#c45c28", logo=logo(), logo_alt="Harbour Mind"),
    )


def _summary() -> Section:
    return Section(
        "Summary",
        (
            Paragraph(
                text("Two hubs, five days a week, led by people who have been there themselves."),
                "lead",
            ),
            paragraph(prose(0, 5)),
            KeyFacts(
                (
                    Fact("Buyer", text("Northshire County Council")),
                    Fact("Contract", text("2 + 1 years")),
                    Fact("Price", text("£325,440")),
                    Fact("People reached", text("1,240 a year")),
                    Fact("Hubs", text("2")),
                    Fact("Partners", text("3")),
                )
            ),
            paragraph(prose(3, 4)),
            Callout(
                (paragraph("Questions 2.1 to 2.4 answer the scored part of the tender."),),
                "How to read this bid",
            ),
            Section(
                "Who we are",
                (
                    paragraph(prose(6, 6)),
                    Figure(
                        photograph(),
                        "The Saltmarsh hub seen from the quay on an open day",
                        "Figure 1: The Saltmarsh hub on an open day",
                        0.8,
                    ),
                ),
                "1.1",
                "who",
            ),
            Section("What we promise", (paragraph(prose(2, 3)), items(*SENTENCES[1:5])), "1.2"),
        ),
        "1",
        "summary",
        new_page=True,
    )


def _tables(number: int) -> Section:
    return Section(
        "Outcomes, value and price",
        (
            paragraph(prose(1, 4)),
            Section(
                "Outcomes",
                (outcomes_table(), paragraph(prose(4, 4)), outcomes_chart()),
                f"{number}.1",
            ),
            Section("Full value", (paragraph(prose(2, 2)), grid()), f"{number}.2"),
            Section(
                "Price",
                (paragraph(prose(7, 2)), price_table(), cost_chart(), spanned_table()),
                f"{number}.3",
            ),
            Callout(
                (
                    paragraph(
                        "The share of the second partner is still being agreed: 12 % or 15 %."
                    ),
                ),
                kind="undecided",
            ),
            Callout((paragraph("Prices hold for 90 days."),), "Validity", "warning"),
        ),
        str(number),
        new_page=True,
    )


def _register(number: int) -> Section:
    rows = tuple(
        Row(
            (
                cell(f"E{at}", heading=True),
                cell(prose(at, 1)),
                cell("Survey, 2025"),
                cell("4 of 5"),
            ),
            key=f"e{at}",
        )
        for at in range(1, 29)
    )
    return Section(
        "Evidence register",
        (
            paragraph(prose(8, 2)),
            Table(
                (Column(0.1), Column(0.54), Column(0.2), Column(0.16)),
                rows,
                (row("No.", "What it shows", "Source", "Strength"),),
            ),
        ),
        str(number),
        new_page=True,
    )


def _appendices() -> Section:
    return Section(
        "Appendices",
        (
            AppendixList(
                (
                    Appendix("A", "Safeguarding policy", "Approved by trustees in March 2026."),
                    Appendix("B", "Accounts for 2024-25", "Independently examined."),
                    Appendix("C", "Evidence register", "Printed in this document.", "e1"),
                )
            ),
        ),
        new_page=True,
    )
