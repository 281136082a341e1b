"""The command that checks a bid and tells what is to fix."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from bidkit.domain.finding import Level
from bidkit.session.files import open_bid
from bidkit.session.ports import ports_here


def add_commands(commands: Any) -> None:
    """Add check to the command line."""
    check = commands.add_parser("check", help="say what is to fix; exit 1 when something must be")
    check.add_argument("file", metavar="FILE")
    check.add_argument("--json", action="store_true", help="as JSON")
    check.set_defaults(run=run_check)


def run_check(given: argparse.Namespace) -> int:
    """Check a bid: exit 1 where something must or should be fixed."""
    session = open_bid(Path(given.file), ports_here(), read_only=True)
    findings = session.check_now()
    if given.json:
        rows = [
            {
                "rule": one.rule,
                "stage": one.stage,
                "level": str(one.level),
                "place": str(one.place),
                "what": one.what,
                "why": one.why,
                "advice": one.advice,
                "source": one.source,
            }
            for one in findings
        ]
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for level in Level:
            for one in findings:
                if one.level is level:
                    print(f"{level.upper()}  {one.place}: {one.what}")
                    for line in (one.why, one.advice):
                        if line:
                            print(f"    {line}")
        counts = [sum(one.level is level for one in findings) for level in Level]
        print(f"{counts[0]} must fix, {counts[1]} should fix, {counts[2]} hints")
    return 1 if any(one.level is not Level.HINT for one in findings) else 0
