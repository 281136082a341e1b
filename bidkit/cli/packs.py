"""Commands on question packs: list them, check one that somebody wrote."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bidkit.session.starting import pack_findings, pack_list


def add_commands(commands: Any) -> None:
    """Add pack to the command line."""
    pack = commands.add_parser("pack", help="list question packs, or check one you wrote")
    inner = pack.add_subparsers(dest="pack_command", required=True, metavar="WHAT")
    listing = inner.add_parser("list", help="list the packs that are shipped")
    listing.set_defaults(run=run_list)
    check = inner.add_parser("check", help="check a pack file")
    check.add_argument("file", metavar="FILE")
    check.set_defaults(run=run_check)


def run_list(_given: argparse.Namespace) -> int:
    """Print every pack with its title."""
    for identity, title in pack_list():
        print(f"{identity}  {title}")
    return 0


def run_check(given: argparse.Namespace) -> int:
    """Check a pack file: exit 1 where it has faults."""
    findings = pack_findings(Path(given.file))
    for line in findings:
        print(line)
    if not findings:
        print("This pack is in order.")
    return 1 if findings else 0
