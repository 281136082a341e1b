"""The command that starts a bid: blank, from a notice, with packs, or as an example."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from bidkit.cli.files import place_for_bid, print_json
from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.showing import moment_words
from bidkit.errors import InputError
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.ports import Ports
from bidkit.session.starting import (
    NewBid,
    begun,
    begun_with,
    notice_proposal,
    with_pack,
    with_pack_file,
)
from bidkit.words import tr

PACK_ENDING = ".toml"


@dataclass(frozen=True)
class Told:
    """What a notice gave, what it did not, and what to look at."""

    read: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
    look_at: tuple[str, ...] = ()


def new(given: argparse.Namespace, ports: Ports) -> int:
    """Make a new bid file and say what was read into it."""
    path = place_for_bid(given.file)
    begun_bid, told = _begun(given, ports)
    identity, bid = begun_bid.identity, begun_bid.bid
    for pack in given.pack:
        if pack.lower().endswith(PACK_ENDING):
            bid = with_pack_file(bid, Path(pack), identity)
        else:
            bid = with_pack(bid, pack, identity)
    if given.title:
        bid = with_fields(bid, {"about.title": given.title})
    if not given.example:
        bid = OurLibrary(ports).filled(bid)
    create_bid(path, bid, ports, bid_id=identity).close()
    if given.json:
        _report(path, bid, told)
    else:
        _say(path, bid, told)
    return 0


def _begun(given: argparse.Namespace, ports: Ports) -> tuple[NewBid, Told]:
    if given.ocid and not given.notice:
        raise InputError(tr("--ocid chooses among the opportunities of a --notice."))
    if given.example:
        if given.route:
            raise InputError(tr("An example has its own route: leave --route away."))
        return NewBid("", load_example(given.example, ports.today())), Told()
    if not given.notice:
        return begun(given.route, ports.today()), Told()
    proposal = notice_proposal(Path(given.notice), given.ocid)
    warnings = tuple(str(one) for one in proposal.warnings)
    made = begun_with(given.route or "contract", ports.today(), proposal)
    return made, Told(proposal.read, proposal.not_read, warnings)


def _say(path: Path, bid: Bid, told: Told) -> None:
    for line in told.read:
        print(tr("Read: {what}", what=line))
    for line in told.not_read:
        print(tr("Not read: {what}", what=line))
    for line in told.look_at:
        print(tr("Look at this: {what}", what=line))
    for one in bid.rounds:
        if one.deadline is not None:
            when, name = moment_words(one.deadline), one.title or one.kind
            print(tr("Deadline to confirm: {when} ({name})", when=when, name=name))
    print(tr("Made {path}", path=path))


def _report(path: Path, bid: Bid, told: Told) -> None:
    print_json(
        {
            "file": str(path),
            "title": bid.about.title or bid.opportunity.title,
            "read": told.read,
            "not_read": told.not_read,
            "look_at": told.look_at,
            "deadlines": [
                {"round": one.title or one.kind, "deadline": one.deadline.isoformat()}
                for one in bid.rounds
                if one.deadline is not None
            ],
        }
    )
