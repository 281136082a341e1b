"""Other people's files: which kind a file is, what it holds, and what it proposes for a bid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.questionnaire import Stage
from bidkit.domain.showing import day_words
from bidkit.errors import FileError, ForeignFileError, InputError
from bidkit.importers import (
    charity_register,
    contracts_csv,
    grants_360,
    notice,
    pack_file,
    questions_docx,
    questions_xlsx,
)
from bidkit.importers.base import Proposal
from bidkit.importers.documents_text import read_document
from bidkit.importers.questionnaire import questions_in
from bidkit.words import tr

WORDS_KINDS = (".pdf", ".txt", ".md")
_SELECTION = re.compile(
    r"selection|pre-?qualif|\b(?:psq|sq|pqq|sfq)\b|conditions of participation"
    r"|supplier information",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Candidate:
    """One opportunity of a file that holds several, enough to choose it by."""

    key: str
    title: str
    remark: str = ""


@dataclass(frozen=True)
class Wanted:
    """What is wanted of a file: one opportunity of several, for which bid, at which stage."""

    candidate: str = ""
    bid: Bid = EMPTY
    stage: Stage | None = None
    bid_id: str = ""


def candidates_in(path: Path) -> tuple[Candidate, ...]:
    """Return the opportunities to choose from; () where the file is about one thing."""
    if notice.recognises(path):
        found = tuple(
            Candidate(one.ocid, one.title or one.ocid, one.ocid) for one in notice.contained(path)
        )
    elif contracts_csv.recognises(path):
        found = tuple(
            Candidate(one.identifier, one.title, _told(one)) for one in contracts_csv.listed(path)
        )
    else:
        return ()
    return found if len(found) > 1 else ()


def proposal_from(path: Path, wanted: Wanted | None = None) -> Proposal:
    """Return what a file proposes; refuse in plain words where its kind is not known."""
    asked = wanted or Wanted()
    if path.is_dir():
        raise FileError(
            tr("“{name}” is a folder.", name=path.name),
            advice=tr("Choose one file in it. A whole pack goes in under Tender documents."),
        )
    if not path.is_file():
        raise FileError(
            tr("“{name}” is not there any more.", name=path.name),
            advice=tr("Choose the file once more."),
        )
    for recognises, read in READERS:
        if recognises(path):
            return read(path, asked)
    raise _unknown(path)


def questions_from_text(text: str, title: str = "", stage: Stage | None = None) -> Proposal:
    """Return the questions of a text pasted from a portal, an e-mail or a PDF."""
    if not text.strip():
        raise InputError(
            tr("There is nothing to read yet."),
            advice=tr("Paste the questions into the field."),
        )
    named = title or tr("Pasted questions")
    return questions_in(text, named, stage=stage or stage_of(text[:400]))


def stage_of(words: str) -> Stage:
    """Return whether a questionnaire of this name decides who may bid, or is the bid itself."""
    return "qualification" if _SELECTION.search(words) else "tender"


def _is_words(path: Path) -> bool:
    return path.suffix.lower() in WORDS_KINDS


def _read_notice(path: Path, wanted: Wanted) -> Proposal:
    return notice.read(path, wanted.candidate)


def _read_list(path: Path, wanted: Wanted) -> Proposal:
    return contracts_csv.read(path, wanted.candidate)


def _read_register(path: Path, wanted: Wanted) -> Proposal:
    number = wanted.candidate or wanted.bid.organisation.charity_number
    if not number:
        raise InputError(
            tr("Which charity is yours?"),
            tr("The register holds every charity."),
            tr("Give your charity number on “Our organisation” first."),
        )
    return charity_register.read(path, number)


def _read_grants(path: Path, wanted: Wanted) -> Proposal:
    names = (wanted.candidate,) if wanted.candidate else grants_360.names_of(wanted.bid)
    refused: InputError | None = None
    for name in names or ("",):
        try:
            return grants_360.read(path, name)
        except InputError as error:
            refused = refused or error
    raise refused or InputError(tr("Say whose grants to look for."))


def _read_pack(path: Path, wanted: Wanted) -> Proposal:
    return pack_file.read(path, wanted.bid_id)


def _read_docx(path: Path, wanted: Wanted) -> Proposal:
    return questions_docx.read(path, stage=wanted.stage or stage_of(path.stem))


def _read_xlsx(path: Path, wanted: Wanted) -> Proposal:
    return questions_xlsx.read(path, stage=wanted.stage or stage_of(path.stem))


def _read_words(path: Path, wanted: Wanted) -> Proposal:
    text = read_document(path.read_bytes(), path.name).text
    return questions_from_text(text, path.stem, wanted.stage or stage_of(path.stem))


Recognises = Callable[[Path], bool]
READERS: tuple[tuple[Recognises, Callable[[Path, Wanted], Proposal]], ...] = (
    (pack_file.recognises, _read_pack),
    (questions_docx.recognises, _read_docx),
    (notice.recognises, _read_notice),
    (contracts_csv.recognises, _read_list),
    (charity_register.recognises, _read_register),
    (grants_360.recognises, _read_grants),
    (questions_xlsx.recognises, _read_xlsx),
    (_is_words, _read_words),
)


def _told(one: contracts_csv.ListedNotice) -> str:
    closes = tr("closes {day}", day=day_words(one.closes_on)) if one.closes_on else ""
    return " · ".join(part for part in (one.buyer, closes) if part)


def _unknown(path: Path) -> ForeignFileError:
    name, ending = path.name, path.suffix.lower()
    advice = next((words for endings, words in _advice() if ending in endings), "")
    return ForeignFileError(
        tr("BidKit cannot tell what “{name}” is.", name=name),
        tr(
            "It reads notices (JSON), lists of notices (CSV), grants and the charity register "
            "(JSON, CSV, text), and buyers’ questions in Word, Excel, PDF or plain text."
        ),
        advice or tr("Copy the buyer’s questions, and paste them on the start screen."),
    )


def _advice() -> Iterator[tuple[tuple[str, ...], str]]:
    yield (".bidkit",), tr("This is a bid already: choose “Open a bid” instead.")
    yield (".doc", ".odt"), tr("Save it as .docx, and read that.")
    yield (".xls", ".ods"), tr("Save it as .xlsx, and read that.")
    yield (
        (".json",),
        tr("On the notice's page choose the OCDS or JSON download, and read that file."),
    )
    yield (".zip",), tr("Unpack it, and read the file you need.")


def look_into(path: Path, wanted: Wanted) -> Proposal | tuple[Candidate, ...]:
    """Return what a file proposes, or what to choose from where it holds several things."""
    if not wanted.candidate:
        candidates = candidates_in(path)
        if candidates:
            return candidates
    return proposal_from(path, wanted)
