"""Commands on question packs: list them, check one that somebody wrote."""

from __future__ import annotations

import argparse
from pathlib import Path

from bidkit.cli.files import print_json
from bidkit.session.ports import Ports
from bidkit.session.starting import pack_findings, pack_list
from bidkit.words import tr


def list_packs(given: argparse.Namespace, _ports: Ports) -> int:
    """Print every pack with its title."""
    if given.json:
        print_json([{"id": identity, "title": title} for identity, title in pack_list()])
        return 0
    for identity, title in pack_list():
        print(f"{identity}  {title}")
    return 0


def check_pack(given: argparse.Namespace, _ports: Ports) -> int:
    """Check a pack file: exit 1 where it has faults."""
    findings = pack_findings(Path(given.file))
    if given.json:
        print_json(findings)
    else:
        for line in findings or (tr("This pack is in order."),):
            print(line)
    return 1 if findings else 0
