"""The command that checks a bid and tells what is to fix."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bidkit.cli.files import print_json, reading
from bidkit.domain.finding import Finding, Level
from bidkit.session.fitting.dated import overdue_in
from bidkit.session.ports import Ports
from bidkit.words import tr


def check(given: argparse.Namespace, ports: Ports) -> int:
    """Check a bid: exit 1 where something must or should be fixed; say what may be out of date."""
    session = reading(given.file, ports)
    findings = session.check_now()
    if given.json:
        print_json([_row(one) for one in findings])
    else:
        _say(findings)
        for words in overdue_in(session.document.bid, ports.today()):
            print(words, file=sys.stderr)
    return 1 if any(one.level is not Level.HINT for one in findings) else 0


def _row(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "stage": str(finding.stage),
        "level": str(finding.level),
        "place": str(finding.place),
        "what": finding.what,
        "why": finding.why,
        "advice": finding.advice,
        "source": finding.source,
    }


def _say(findings: Sequence[Finding]) -> None:
    for level in Level:
        for one in findings:
            if one.level is level:
                print(f"{level.upper()}  {one.place}: {one.what}")
                for line in (one.why, one.advice):
                    if line:
                        print(f"    {line}")
    must, should, hints = (sum(one.level is level for one in findings) for level in Level)
    print(tr("{n} must fix", n=must), tr("{n} should fix", n=should), sep=", ", end=", ")
    print(tr("{n} hints", n=hints))
