"""Rules of a question as people write them: a line each, such as "fails if below 1"."""

from __future__ import annotations

import re

from bidkit.domain.opportunity import Regime
from bidkit.domain.questionnaire import Rule
from bidkit.domain.typed.unreadable import UnreadableError
from bidkit.words import tr

EFFECTS = {"fails": "fail", "at risk": "flag", "passes": "pass"}
CONDITIONS = {
    "is": "the reply is {}",
    "is not": "the reply is not {}",
    "empty": "empty",
    "below": "below {}",
    "above": "above {}",
    "before contract start": "before the contract starts",
    "before deadline": "before the deadline",
    "older than months": "older than {} months",
    "older than days": "older than {} days",
    "younger than months": "younger than {} months",
    "sum is not": "the sum is not {}",
    "fewer rows than": "fewer than {} entries",
    "alike": "two entries are alike",
    "none of": "an entry has none",
    "all below": "every entry is below {}",
    "all above": "every entry is above {}",
    "over lot limit": "more lots than one may bid for",
}
REGIMES: dict[str, Regime] = {
    "full rules": "pa23_above",
    "light touch": "pa23_light_touch",
    "below threshold": "pa23_below",
    "older rules": "pcr2015",
    "health services": "nhs_psr",
    "Scotland": "scotland",
    "grants": "grant",
}
_REGIME = "|".join(REGIMES)
_LINE = re.compile(
    r"(fails|at risk|passes) if (.+?)(?: in “([^”]*)”)?"
    rf"(?:,? only under ((?:{_REGIME})(?:, (?:{_REGIME}))*))?(?:: (.*))?",
    re.IGNORECASE,
)


def show_rules(rules: tuple[Rule, ...]) -> str:
    """Return rules as lines that read_rules reads."""
    return "\n".join(_shown(rule) for rule in rules)


def read_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules that stand in lines; UnreadableError names the line and how to write it."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return tuple(_read(line) for line in lines if line)


def _shown(rule: Rule) -> str:
    effect = next(words for words, effect in EFFECTS.items() if effect == rule.effect)
    value = " ".join(rule.value.split())
    if value.casefold().startswith("not ") or ":" in value or "only under " in value.casefold():
        value = f"“{value}”"
    line = f"{effect} if {CONDITIONS[rule.when].format(value)}"
    column = f" in “{rule.column}”" if rule.column else ""
    named = [words for words, regime in REGIMES.items() if regime in rule.regimes]
    only = f" only under {', '.join(named)}" if named else ""
    words = f": {' '.join(rule.words.split())}" if rule.words else ""
    return f"{line}{column}{only}{words}"


def _read(line: str) -> Rule:
    match = _LINE.fullmatch(re.sub(r'"([^"]*)"', r"“\1”", line))
    found = _condition(match[2].strip()) if match is not None else None
    if match is None or found is None:
        raise UnreadableError(
            tr(
                "“{line}” is not understood. Write it like: fails if below 1, or: at risk if the "
                "reply is by award: Get a quotation.",
                line=line[:80],
            )
        )
    when, value = found
    given = {
        "effect": EFFECTS[match[1].casefold()],
        "when": when,
        "value": value,
        "column": match[3] or "",
        "words": match[5] or "",
        "regimes": _regimes(match[4] or ""),
    }
    return Rule.model_validate(given)


def _regimes(words: str) -> tuple[Regime, ...]:
    given = {one.casefold() for one in words.split(", ")}
    return tuple(regime for name, regime in REGIMES.items() if name.casefold() in given)


def _condition(words: str) -> tuple[str, str] | None:
    """Return the condition and its value; a longer wording goes before one it begins with."""
    for when, shown in sorted(CONDITIONS.items(), key=lambda one: -len(one[1])):
        pattern = re.escape(shown).replace(r"\{\}", "(.+)")
        match = re.fullmatch(pattern, words, re.IGNORECASE)
        if match is not None:
            value = match[1].strip() if match.groups() else ""
            return when, value.removeprefix("“").removesuffix("”")
    return None
