"""Cases of the rules over handing in, review and what comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bidkit.domain.answers import Answer
from bidkit.domain.attachments import Attachment
from bidkit.domain.criteria import Criterion
from bidkit.domain.finding import Level
from bidkit.domain.questionnaire import Question, Response
from bidkit.domain.review import Comment, Lesson, ModeratedMark, PanelMark, Task
from bidkit.domain.rounds import Instruction, Round, SignOff
from bidkit.domain.value import Commitment
from bidkit.session.handing_in.signing import agreed_again
from tests.rules.making import FACTS, NOW, TODAY, Case, made

MUST, SHOULD, HINT = Level.MUST, Level.SHOULD, Level.HINT
SIGNED = Question(id="q1", number="C9", kind="declaration")
FILE = Question(id="q1", number="Q3", kind="file", file_naming="{number} accounts [year]")
GIVEN = Response(id="r1", parent="q1", attachment="f1")
WON: dict[str, Any] = {"after__outcome": "won"}
TESTED = Round(id="t1", deadline=NOW + timedelta(days=2), way_in="portal")
YESTERDAY = TODAY - timedelta(days=1)
ANSWER = Answer(id="a1", text="Words.")
AGREED = SignOff(id="s1", name="Ann", on=YESTERDAY, covers_answers="x", covers_price="")
OFFERED = Commitment(id="p1", measure="A peer within the hour", status="offered")


def kept(name: str, digest: str = "") -> Attachment:
    """A file kept in the bid."""
    return Attachment(id="f1", name=name, digest=digest)


def mark(identity: str, value: int, wrote_it: str = "") -> PanelMark:
    """One reviewer's mark of the criterion k1."""
    made_of = PanelMark(id=identity, parent="k1", mark=Decimal(value), reviewer=identity)
    return made_of.model_copy(update={"wrote_it": wrote_it})


APART = (Criterion(id="k1", title="Quality"), mark("m1", 1), mark("m2", 4))
GAP: dict[str, Any] = {"scoring__moderation_gap": Decimal(2)}
OPEN = replace(FACTS, undecided=frozenset({"answers[a1].text"}))
HAND_IN = (
    Case("hand_in.undecided", made(ANSWER), made(ANSWER), MUST, "answers[a1].text", OPEN, FACTS),
    Case(
        "hand_in.unsigned",
        made(SIGNED, Response(id="r1", parent="q1", signed_by="A. Trustee")),
        made(SIGNED, Response(id="r1", parent="q1", signed_by="A. Trustee", signed_on=TODAY)),
        MUST,
        "responses[r1]",
    ),
    Case(
        "hand_in.file_gone",
        made(FILE, GIVEN),
        made(FILE, GIVEN, kept("a.pdf")),
        MUST,
        "responses[r1].attachment",
    ),
    Case(
        "hand_in.file_gone",
        made(Answer(id="a1", attachments=("f1",)), kept("a.pdf", "missing")),
        made(Answer(id="a1", attachments=("f1",)), kept("a.pdf")),
        SHOULD,
        "answers[a1].attachments",
    ),
    Case(
        "hand_in.file_name",
        made(FILE, GIVEN, kept("accounts.pdf")),
        made(FILE, GIVEN, kept("Q3 accounts 2026.pdf")),
        SHOULD,
        "attachments[f1].name",
    ),
    Case(
        "hand_in.file_name",
        made(FILE.model_copy(update={"file_naming": ""}), GIVEN, kept("Q3: accounts?.pdf")),
        made(FILE.model_copy(update={"file_naming": ""}), GIVEN, kept("Anything.pdf")),
        SHOULD,
        "attachments[f1].name",
    ),
    Case(
        "hand_in.instruction_open",
        made(Instruction(id="i1", text="Sign form B")),
        made(Instruction(id="i1", text="Sign form B", done="yes")),
        SHOULD,
        "instructions[i1].done",
    ),
    Case(
        "hand_in.no_instructions",
        made(),
        made(Instruction(id="i1", text="Sign form B")),
        HINT,
        "instructions",
    ),
    Case(
        "hand_in.no_sign_off",
        made(SignOff(id="s1", purpose="take off draft", name="Ann", on=TODAY)),
        made(SignOff(id="s1", purpose="content", name="Ann", on=TODAY)),
        SHOULD,
        "sign_offs",
    ),
    Case(
        "hand_in.changed_since_agreed",
        made(ANSWER, AGREED),
        made(ANSWER, agreed_again(made(ANSWER, AGREED), "s1", TODAY).sign_offs[0]),
        SHOULD,
        "sign_offs[s1].on",
    ),
    Case(
        "hand_in.slot_untested",
        made(TESTED),
        made(TESTED.model_copy(update={"slot_tested": "yes"})),
        HINT,
        "rounds[t1].slot_tested",
    ),
    Case(
        "hand_in.no_receipt",
        made(Round(id="t1", sent_at=NOW)),
        made(Round(id="t1", sent_at=NOW, receipt="R-1")),
        HINT,
        "rounds[t1].receipt",
    ),
)
REVIEW = (
    Case(
        "review.marks_differ",
        made(*APART, **GAP),
        made(*APART, ModeratedMark(id="d1", parent="k1", mark=Decimal(3)), **GAP),
        SHOULD,
        "criteria[k1]",
    ),
    Case(
        "review.comment_open",
        made(Comment(id="c1", text="Which year?")),
        made(Comment(id="c1", text="Which year?", status="done")),
        HINT,
        "comments[c1]",
    ),
    Case(
        "review.nobody_read", made(ANSWER), made(ANSWER, mark("m1", 3, "no")), HINT, "panel_marks"
    ),
    Case(
        "review.task_late",
        made(Task(id="t1", title="Budget", due_on=YESTERDAY)),
        made(Task(id="t1", title="Budget", due_on=TODAY)),
        SHOULD,
        "tasks[t1]",
    ),
    Case(
        "review.answer_late",
        made(Answer(id="a1", due_on=YESTERDAY)),
        made(Answer(id="a1", due_on=YESTERDAY, status="agreed")),
        HINT,
        "answers[a1].due_on",
    ),
)
AFTER = (
    Case(
        "after.feedback_not_asked",
        made(**WON),
        made(**WON, after__feedback_asked_on=TODAY),
        SHOULD,
        "after.feedback_asked_on",
    ),
    Case(
        "after.no_working_group",
        made(**WON),
        made(**WON, after__working_group="Ann and Bo"),
        SHOULD,
        "after.working_group",
    ),
    Case(
        "after.no_alarm",
        made(**WON),
        made(**WON, after__rebid_on=date(2029, 3, 31)),
        HINT,
        "after.rebid_on",
    ),
    Case("after.no_lessons", made(**WON), made(Lesson(id="l1"), **WON), HINT, "lessons"),
    Case(
        "after.standstill_unknown",
        made(after__award_notice_on=TODAY),
        made(after__award_notice_on=TODAY, after__standstill_kind="none"),
        HINT,
        "after.standstill_kind",
    ),
    Case(
        "after.summary_missing",
        made(opportunity__regime="pa23_light_touch", after__award_notice_on=TODAY),
        made(
            opportunity__regime="pa23_light_touch",
            after__award_notice_on=TODAY,
            after__summary_on=TODAY,
        ),
        SHOULD,
        "after.summary_on",
    ),
    Case(
        "after.promise_without_keeper",
        made(OFFERED, **WON),
        made(OFFERED.model_copy(update={"owner": "Ann", "due_on": TODAY}), **WON),
        SHOULD,
        "commitments[p1].owner",
    ),
    Case(
        "after.promise_without_keeper",
        made(OFFERED.model_copy(update={"owner": "Ann"}), **WON),
        made(OFFERED, after__outcome="lost"),
        SHOULD,
        "commitments[p1].due_on",
    ),
    Case(
        "after.promise_late",
        made(OFFERED.model_copy(update={"owner": "Ann", "due_on": YESTERDAY}), **WON),
        made(
            OFFERED.model_copy(update={"owner": "Ann", "due_on": YESTERDAY, "status": "kept"}),
            **WON,
        ),
        SHOULD,
        "commitments[p1].status",
    ),
    Case(
        "after.promises_not_listed",
        made(ANSWER, **WON),
        made(ANSWER, OFFERED.model_copy(update={"from_answer": "a1"}), **WON),
        SHOULD,
        "commitments",
    ),
    Case(
        "after.rebid_due",
        made(after__rebid_on=TODAY, **WON),
        made(after__rebid_on=TODAY + timedelta(days=1), **WON),
        SHOULD,
        "after.rebid_on",
    ),
    Case(
        "after.decision_overdue",
        made(after__decision_expected_on=TODAY - timedelta(days=8)),
        made(after__decision_expected_on=TODAY - timedelta(days=7)),
        HINT,
        "after.outcome",
    ),
    Case(
        "after.no_outcome",
        made(Round(id="t1", sent_at=NOW - timedelta(days=61))),
        made(Round(id="t1", sent_at=NOW - timedelta(days=60))),
        HINT,
        "rounds[t1].result",
    ),
)
CASES = (*HAND_IN, *REVIEW, *AFTER)
