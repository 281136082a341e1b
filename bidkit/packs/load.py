"""Reading pack files that anybody may have written: each fault is told with its line."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bidkit.domain.questionnaire import Column, Rule
from bidkit.errors import FileError, InputError
from bidkit.packs.checking import faults_of
from bidkit.packs.lines import line_of
from bidkit.packs.schema import Pack, PackLimit, PackPart, PackQuestion, PackSection
from bidkit.words import tr

LARGEST = 2_000_000
SHAPES = (Pack, PackSection, PackQuestion, PackPart, PackLimit, Column, Rule)


@dataclass(frozen=True)
class PackFinding:
    """One fault of a pack file: where, what, and what to do."""

    what: str
    advice: str = ""
    line: int = 0
    file: str = ""

    def __str__(self) -> str:
        """Return the finding as one line, as compilers write theirs."""
        place = ":".join(part for part in (self.file, str(self.line or "")) if part)
        words = " ".join(part for part in (self.what, self.advice) if part)
        return f"{place}: {words}" if place else words


def load_pack(path: Path) -> Pack:
    """Return the pack of a file; InputError names its first fault and how many there are."""
    text = text_of(path)
    pack, findings = read_pack(text, path.name)
    if pack is None or findings:
        first, more = findings[0], len(findings) - 1
        raise InputError(
            str(first),
            tr("There are {n} more faults.", n=more) if more else "",
            tr("Correct the file, then check it with: bidkit pack check {file}", file=path.name),
        )
    return pack


def check_pack(path: Path) -> tuple[PackFinding, ...]:
    """Return every fault of a pack file; none means it can be used."""
    try:
        text = text_of(path)
    except FileError as error:
        return (PackFinding(error.what, error.advice, file=path.name),)
    return read_pack(text, path.name)[1]


def read_pack(text: str, name: str = "") -> tuple[Pack | None, tuple[PackFinding, ...]]:
    """Return the pack a text holds, and its faults; without a pack there is at least one."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, (_not_toml(str(error), text, name),)
    except (RecursionError, ValueError) as error:
        what = tr("This file cannot be read as TOML.")
        return None, (PackFinding(what, str(error)[:200], file=name),)
    try:
        pack = Pack.model_validate_json(json.dumps(table, default=str))
    except (ValidationError, RecursionError, ValueError) as error:
        return None, _of_shape(error, text, name)
    findings = (
        PackFinding(fault.what, fault.advice, line_of(text, fault.place), name)
        for fault in faults_of(pack)
    )
    return pack, tuple(sorted(findings, key=lambda finding: finding.line))


def text_of(path: Path) -> str:
    """Return the text of a pack file; FileError when it cannot be one."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise FileError(
            tr("“{name}” cannot be opened.", name=path.name),
            advice=tr("Check that the file is still there and that you may read it."),
            details=str(error),
        ) from error
    if len(raw) > LARGEST:
        raise FileError(
            tr("“{name}” is too large for a pack.", name=path.name),
            advice=tr("A pack is a short text file."),
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(
            tr("“{name}” is not a plain text file.", name=path.name),
            advice=tr("Save it as UTF-8 text."),
            details=str(error),
        ) from error


def _not_toml(message: str, text: str, name: str) -> PackFinding:
    found = re.search(r"\(at line (\d+), column \d+\)", message)
    line = int(found[1]) if found else len(text.splitlines())
    plain = re.sub(r"\s*\(at .*\)$", "", message)
    what = tr("This line is not written as TOML: {said}.", said=plain)
    advice = tr("Texts stand in quotation marks, lists in square brackets.")
    return PackFinding(what, advice, line, name)


def _of_shape(error: Exception, text: str, name: str) -> tuple[PackFinding, ...]:
    if not isinstance(error, ValidationError):
        return (PackFinding(tr("This file is nested too deeply."), file=name),)
    found = []
    for fault in error.errors(include_url=False, include_context=True):
        what, advice = _in_words(dict(fault))
        found.append(PackFinding(what, advice, line_of(text, fault["loc"]), name))
    return tuple(sorted(found, key=lambda finding: finding.line))


def _nearest(key: str) -> str:
    """Return the key somebody may have meant, as a sentence; '' where none is near."""
    known = {name for model in SHAPES for name in model.model_fields}
    found = get_close_matches(key, sorted(known - {key}), 1, 0.7)
    return tr("Did you mean “{key}”?", key=found[0]) if found else ""


def _in_words(fault: dict[str, Any]) -> tuple[str, str]:
    """Return a fault of shape in plain words."""
    place = ".".join(str(step) for step in fault["loc"] if not isinstance(step, int))
    given = str(fault.get("input", ""))[:60]
    expected = str(fault.get("ctx", {}).get("expected", ""))
    match fault["type"]:
        case "missing":
            return tr("“{place}” is missing.", place=place), tr("Add it.")
        case "extra_forbidden":
            return (
                tr("“{place}” is not known here.", place=place),
                _nearest(str(fault["loc"][-1])) or tr("Check its spelling, or take it out."),
            )
        case "literal_error":
            return (
                tr("“{place}” cannot be “{given}”.", place=place, given=given),
                tr("Choose one of: {expected}.", expected=expected),
            )
        case _:
            said = str(fault.get("msg", ""))
            return tr("“{place}” is not right: {said}.", place=place, said=said), ""
