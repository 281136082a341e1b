"""The forms and lists of handing in: instructions, agreement, sending, presentation."""

from __future__ import annotations

from bidkit.domain.attachments import Attachment
from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Instruction, PanelQuestion, Round, SignOff, Slide
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    LinkSet,
    Listing,
    Moment,
    Number,
    Paragraph,
    Percent,
    YesNo,
)
from bidkit.words import later

INSTRUCTIONS: Listing[Instruction] = Listing(
    ref(Bid, lambda b: b.instructions),
    later("Their instructions"),
    (
        Column(later("Instruction"), ref(Instruction, lambda i: i.text), stretch=True),
        Column(later("Done"), ref(Instruction, lambda i: i.done)),
    ),
    (
        Form(
            later("This instruction"),
            (
                Line(ref(Instruction, lambda i: i.text), later("Instruction")),
                YesNo(ref(Instruction, lambda i: i.done), later("Done?")),
                Choice(
                    ref(Instruction, lambda i: i.kind),
                    later("About"),
                    (
                        ("format", later("Format")),
                        ("name", later("Names of files")),
                        ("signature", later("Signature")),
                        ("attachment", later("Files to attach")),
                        ("limit", later("Length")),
                        ("portal", later("The portal")),
                        ("deadline", later("The deadline")),
                        ("other", later("Something else")),
                    ),
                ),
                Line(ref(Instruction, lambda i: i.source), later("Where it says so")),
                Count(ref(Instruction, lambda i: i.page), later("Page")),
            ),
        ),
    ),
    new=lambda: Instruction(id=new_id()),
    add=later("Add an instruction"),
    empty=later("Fonts, file names, signatures: list what the papers say, and tick it off."),
    purpose=later("Up to one bid in five fails for not following instructions."),
    called=lambda i: i.text,
)
ATTACHMENTS: Listing[Attachment] = Listing(
    ref(Bid, lambda b: b.attachments),
    later("Files that go with the bid"),
    (
        Column(later("File"), ref(Attachment, lambda a: a.name), stretch=True),
        Column(later("Goes with it"), ref(Attachment, lambda a: a.appendix)),
    ),
    (
        Form(
            later("This file"),
            (
                Line(ref(Attachment, lambda a: a.name), later("File")),
                YesNo(ref(Attachment, lambda a: a.appendix), later("Does it go with the bid?")),
                Line(ref(Attachment, lambda a: a.appendix_title), later("Title in the list")),
                Line(ref(Attachment, lambda a: a.note), later("Note")),
            ),
        ),
    ),
    new=lambda: Attachment(id=new_id()),
    add=later("Add an entry"),
    called=lambda a: a.name,
    deeper=True,
)
SIGN_OFFS: Listing[SignOff] = Listing(
    ref(Bid, lambda b: b.sign_offs),
    later("Who agreed"),
    (
        Column(later("To what"), ref(SignOff, lambda s: s.purpose), stretch=True),
        Column(later("Who"), ref(SignOff, lambda s: s.name)),
        Column(later("On"), ref(SignOff, lambda s: s.on)),
    ),
    (
        Form(
            later("This agreement"),
            (
                Choice(
                    ref(SignOff, lambda s: s.purpose),
                    later("To what"),
                    (
                        ("content", later("The content")),
                        ("price", later("The price")),
                        ("hand in", later("Handing it in")),
                        ("declaration", later("The declaration")),
                        ("take off draft", later("Taking the DRAFT mark off")),
                    ),
                ),
                Line(ref(SignOff, lambda s: s.name), later("Who"), width="half"),
                Line(ref(SignOff, lambda s: s.role), later("Their role"), width="half"),
                Day(ref(SignOff, lambda s: s.on), later("On")),
                Paragraph(ref(SignOff, lambda s: s.reason), later("Reason")),
            ),
        ),
    ),
    new=lambda: SignOff(id=new_id()),
    add=later("Add an agreement"),
    called=lambda s: s.name,
    deeper=True,
)
SENDING: Listing[Round] = Listing(
    ref(Bid, lambda b: b.rounds),
    later("Sent"),
    (
        Column(later("What"), ref(Round, lambda r: r.title), stretch=True),
        Column(later("Deadline"), ref(Round, lambda r: r.deadline)),
        Column(later("Sent"), ref(Round, lambda r: r.sent_at)),
    ),
    (
        Form(
            later("Proof of sending"),
            (
                Moment(ref(Round, lambda r: r.sent_at), later("Sent at")),
                Line(ref(Round, lambda r: r.sent_by), later("Sent by")),
                Line(
                    ref(Round, lambda r: r.receipt),
                    later("Receipt"),
                    help=later("The number or message that says it arrived"),
                ),
                YesNo(ref(Round, lambda r: r.slot_tested), later("Upload tried beforehand?")),
                Choice(
                    ref(Round, lambda r: r.result),
                    later("What came of it"),
                    (
                        ("through", later("We are through")),
                        ("not through", later("We are not")),
                        ("withdrawn", later("We withdrew")),
                    ),
                ),
            ),
        ),
    ),
    new=lambda: Round(id=new_id()),
    add=later("Add a round"),
    purpose=later("Upload a day early, and write down what proves it."),
    called=lambda r: r.title,
)
PRESENTATION: Form[Bid] = Form(
    later("Presentation or interview"),
    (
        Moment(ref(Bid, lambda b: b.presentation.when), later("When")),
        Line(ref(Bid, lambda b: b.presentation.place), later("Where")),
        Paragraph(ref(Bid, lambda b: b.presentation.panel), later("Before whom")),
        Paragraph(ref(Bid, lambda b: b.presentation.brief), later("What they ask for")),
        Count(ref(Bid, lambda b: b.presentation.minutes), later("Minutes")),
        Paragraph(
            ref(Bid, lambda b: b.presentation.allowed),
            later("What may be brought"),
            help=later("Slides, handouts, how many people"),
        ),
    ),
)
PANEL_MARKS: Form[Bid] = Form(
    later("What the presentation is worth"),
    (
        Percent(
            ref(Bid, lambda b: b.presentation.share_of_marks),
            later("Share of all marks"),
            help=later("Leave empty if it only confirms marks already given"),
        ),
        Number(ref(Bid, lambda b: b.presentation.own_mark), later("Our own mark after rehearsing")),
        LinkSet(
            ref(Bid, lambda b: b.presentation.criteria),
            later("Criteria this panel marks"),
            to=ref(Bid, lambda b: b.criteria),
            called=lambda criterion: f"{criterion.number} {criterion.title}".strip(),
            help=later("Likely questions begin with these"),
        ),
        Paragraph(ref(Bid, lambda b: b.presentation.lessons), later("What to do better next time")),
    ),
)
SLIDES: Listing[Slide] = Listing(
    ref(Bid, lambda b: b.slides),
    later("What we say at the presentation"),
    (
        Column(later("Part"), ref(Slide, lambda s: s.title), stretch=True),
        Column(later("Who"), ref(Slide, lambda s: s.speaker)),
        Column(later("Minutes"), ref(Slide, lambda s: s.minutes)),
    ),
    (
        Form(
            later("This part"),
            (
                Line(ref(Slide, lambda s: s.title), later("Part")),
                Paragraph(ref(Slide, lambda s: s.points), later("Points")),
                Line(ref(Slide, lambda s: s.speaker), later("Who"), width="half"),
                Number(ref(Slide, lambda s: s.minutes), later("Minutes"), width="half"),
                Paragraph(ref(Slide, lambda s: s.notes), later("Notes for the speaker")),
            ),
        ),
    ),
    new=lambda: Slide(id=new_id()),
    add=later("Add a part"),
    called=lambda s: s.title,
)
LIKELY: Listing[PanelQuestion] = Listing(
    ref(Bid, lambda b: b.panel_questions),
    later("Questions they may ask"),
    (Column(later("Question"), ref(PanelQuestion, lambda q: q.question), stretch=True),),
    (
        Form(
            later("This question"),
            (
                Line(ref(PanelQuestion, lambda q: q.question), later("Question")),
                Paragraph(ref(PanelQuestion, lambda q: q.our_reply), later("Our reply")),
                Line(ref(PanelQuestion, lambda q: q.speaker), later("Who answers")),
            ),
        ),
    ),
    new=lambda: PanelQuestion(id=new_id()),
    add=later("Add a question"),
    called=lambda q: q.question,
)
