"""Deadlines: each read back in UK time, and in doubt the earlier one counts."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from bidkit.domain.base import derived_id
from bidkit.domain.rounds import Round
from bidkit.importers.draft import Draft
from bidkit.importers.notice.identity import stage_of
from bidkit.importers.notice.moments import (
    LONDON,
    Moment,
    WrittenDate,
    dates_in,
    in_uk,
    instant,
)
from bidkit.importers.notice.source import Source
from bidkit.words import tr

FARTHEST_DAYS = 60
_ABOUT_HANDING_IN = re.compile(
    r"deadline|closing|submi|quot|\bdue (?:by|on|at)\b|tenders? (?:must|should|are to)"
    r"|return(?:ed)? by|respon[ds]|apply by|no later than|read new|bids? by|expression",
    re.IGNORECASE,
)
_ABOUT_SOMETHING_ELSE = re.compile(
    r"commenc|contract (?:will |shall )?(?:start|run|end|period)|start(?:s|ing)? (?:on|date)"
    r"|until|extend|instead of|clarification|site visit|published|award|year end|ended|insurance"
    r"|questions? (?:must|should|by)|queries|accounts",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.\n]*(?:\.(?!\s|$)[^.\n]*)*[.\n]?")


def read_rounds(release: Source, earlier: tuple[dict[str, Any], ...], draft: Draft) -> None:
    """Propose each time something is to be handed in."""
    if stage_of(release) == "award":
        return
    ocid = release.line("ocid")
    tender = release.at("tender")
    _interest(tender, ocid, draft)
    _early_questions(release, ocid, draft)
    _tender(tender, earlier, ocid, draft)
    _presentations(tender, ocid, draft)


def written(moment: datetime) -> str:
    """Return a moment as people write it: 14:00 on Friday 14 February 2025."""
    return f"{moment:%H:%M} on {moment:%A} {moment.day} {moment:%B %Y}"


def _tender(tender: Source, earlier: tuple[dict[str, Any], ...], ocid: str, draft: Draft) -> None:
    published = _moment(tender, "tenderPeriod", "endDate")
    questions = _moment(tender, "enquiryPeriod", "endDate")
    opens = _opening(tender)
    candidates = _candidates(published, tender, earlier)
    if not candidates and questions is None and opens is None:
        return
    note = _doubts(published, candidates, draft)
    deadline = min(when for when, _ in candidates) if candidates else None
    made = Round(
        id=derived_id("notice", ocid, "round", "tender"),
        kind="tender",
        title=tr("Tender"),
        opens_on=opens,
        questions_close=questions.when if questions else None,
        deadline=deadline,
        deadline_as_published="; ".join(words for _, words in candidates),
    )
    label = tr("Deadline for tenders")
    draft.entity("rounds", made, label, "tender.tenderPeriod.endDate", note)
    if questions is not None and deadline is not None and questions.when > deadline:
        draft.caution(
            tr("Questions close after tenders are due; one of the two dates must be wrong."),
            tr("Check both in the tender documents."),
        )


def _opening(tender: Source) -> date | None:
    future = _moment(tender, "communication", "futureNoticeDate")
    start = _moment(tender, "tenderPeriod", "startDate")
    found = start or future
    return found.day if found else None


def _candidates(
    published: Moment | None, tender: Source, earlier: tuple[dict[str, Any], ...]
) -> list[tuple[datetime, str]]:
    """Return every deadline that is stated anywhere, each with the words that state it."""
    found = [(published.when, published.as_written)] if published else []
    planned = tender.line("status") in ("planning", "planned")
    for release in reversed(earlier):
        before = instant(Source(release).raw("tender", "tenderPeriod", "endDate"))
        if before is not None and before.when not in [when for when, _ in found]:
            words = tr("{when} in an earlier notice", when=before.as_written)
            found.append((before.when, words))
    if planned and not found:
        return []
    for date_found in _deadlines_in(tender.text("description")):
        when = _meant(date_found, published)
        if when is not None and when not in [known for known, _ in found]:
            found.append((when, tr("{when} in the text", when=written(when))))
    return found


def _meant(found: WrittenDate, published: Moment | None) -> datetime | None:
    """Return the deadline a date in the text can mean: near the published one, at its hour."""
    if published is None:
        start_of_day = datetime.combine(found.day, time(0, 0), LONDON)
        return found.when or in_uk(start_of_day)
    if abs((found.day - published.day).days) > FARTHEST_DAYS:
        return None
    if found.when is None and found.day == published.day:
        return None
    same_hour = datetime.combine(found.day, published.when.time(), LONDON)
    return found.when or in_uk(same_hour)


def _deadlines_in(text: str) -> list[WrittenDate]:
    """Return the dates of sentences that speak of handing in, and of nothing else."""
    found = []
    previous = ""
    for sentence in _SENTENCE.findall(text):
        spoken = sentence if "time:" not in sentence.lower() else f"{previous} {sentence}"
        previous = sentence
        if _ABOUT_HANDING_IN.search(spoken) and not _ABOUT_SOMETHING_ELSE.search(spoken):
            found += list(dates_in(spoken))
    return found


def _doubts(published: Moment | None, candidates: list[tuple[datetime, str]], draft: Draft) -> str:
    """Say every doubt about the deadline; return the note that asks for confirmation."""
    if not candidates:
        return ""
    deadline = min(when for when, _ in candidates)
    if len({when for when, _ in candidates}) > 1:
        both = tr(" and ").join(written(when) for when in sorted({w for w, _ in candidates}))
        draft.caution(
            tr("The notice gives more than one deadline: {both}.", both=both),
            tr("BidKit counts to the earlier one until you confirm."),
            "rounds",
        )
    if published is not None and not published.has_time:
        draft.caution(
            tr("The deadline has a day but no time: {day}.", day=published.as_written),
            tr("BidKit counts to the start of that day until you confirm."),
            "rounds",
        )
    elif published is not None and published.at_midnight:
        draft.caution(
            tr("The deadline is {when}.", when=written(deadline)),
            tr("That is the first minute of the day: hand in the evening before, or ask."),
            "rounds",
        )
    if published is not None and not published.has_zone:
        draft.caution(
            tr("The deadline does not say in which time zone it is."),
            tr("BidKit takes it as UK time."),
            "rounds",
        )
    return tr("Read as {when}, UK time. Is that right?", when=written(deadline))


def _interest(tender: Source, ocid: str, draft: Draft) -> None:
    deadline = _moment(tender, "expressionOfInterestDeadline")
    if deadline is None:
        return
    most = [lot.whole("secondStage", "maximumCandidates") for lot in tender.each("lots")]
    made = Round(
        id=derived_id("notice", ocid, "round", "selection"),
        kind="selection",
        title=tr("Request to take part"),
        deadline=deadline.when,
        deadline_as_published=deadline.as_written,
        shortlist=max((number for number in most if number is not None), default=None),
    )
    note = tr("Read as {when}, UK time. Is that right?", when=written(deadline.when))
    label = tr("Deadline for requests to take part")
    draft.entity("rounds", made, label, "tender.expressionOfInterestDeadline", note)


def _early_questions(release: Source, ocid: str, draft: Draft) -> None:
    """Propose the end of early engagement, which is an invitation to speak, not a tender."""
    for milestone in release.each("planning", "milestones"):
        due = _moment(milestone, "dueDate")
        if due is None:
            continue
        made = Round(
            id=derived_id("notice", ocid, "round", "engagement", milestone.line("id")),
            kind="interest",
            title=milestone.line("title") or tr("Early engagement"),
            deadline=due.when,
            deadline_as_published=due.as_written,
        )
        note = tr("Read as {when}, UK time. Is that right?", when=written(due.when))
        draft.entity("rounds", made, tr("End of early engagement"), milestone.path, note)


def _presentations(tender: Source, ocid: str, draft: Draft) -> None:
    for milestone in tender.each("milestones"):
        title = milestone.line("title") or milestone.line("description")
        due = _moment(milestone, "dueDate")
        if due is None or not re.search(r"presentation|interview", title, re.IGNORECASE):
            continue
        made = Round(
            id=derived_id("notice", ocid, "round", "presentation", milestone.line("id")),
            kind="presentation",
            title=title,
            deadline=due.when,
            deadline_as_published=due.as_written,
        )
        note = tr("Read as {when}, UK time. Is that right?", when=written(due.when))
        draft.entity("rounds", made, tr("Presentation"), milestone.path, note)


def _moment(place: Source, *names: str) -> Moment | None:
    return instant(place.raw(*names))
