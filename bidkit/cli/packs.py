"""Commands on question packs: list them, check one, copy one or save a bid's questions as one."""

from __future__ import annotations

import argparse
from pathlib import Path

from bidkit.cli.files import place_for_output, print_json, reading
from bidkit.session.exports import replace_output
from bidkit.session.ports import Ports
from bidkit.session.starting import pack_copy, pack_findings, pack_list, pack_of
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


def copy_pack(given: argparse.Namespace, _ports: Ports) -> int:
    """Write a shipped pack as a file of one's own, to be changed."""
    return _write(given.output, pack_copy(given.id))


def save_pack(given: argparse.Namespace, ports: Ports) -> int:
    """Write the questions of a bid as a pack, without any reply."""
    bid = reading(given.file, ports).document.bid
    return _write(given.output, pack_of(bid, given.title, ports.today()))


def _write(output: str, text: str) -> int:
    path = replace_output(place_for_output(output), text.encode("utf-8"))
    print(tr("Wrote {path}", path=path))
    print(tr("Change it in any text editor, then: bidkit pack check {name}", name=path.name))
    return 0
