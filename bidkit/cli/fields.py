"""Commands on single fields: set a value by its address, add a thing to a collection."""

from __future__ import annotations

import argparse
from typing import Any

from bidkit.cli.addresses import check_parent, collection_of, place_of
from bidkit.cli.files import writing
from bidkit.cli.given_values import value_given
from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.session.ports import Ports


def set_field(given: argparse.Namespace, ports: Ports) -> int:
    """Write one field and save."""
    session = writing(given.file, ports)
    try:
        place, leaf = place_of(given.ref, session.document.bid)
        session.document.set(place, value_given(leaf, given.value, ports.today()))
        session.close()
    finally:
        session.release()
    return 0


def add_thing(given: argparse.Namespace, ports: Ports) -> int:
    """Add an empty thing to a collection, save, and print its id."""
    kind = collection_of(given.collection)
    session = writing(given.file, ports)
    try:
        if given.parent:
            check_parent(session.document.bid, given.parent)
        collection: Ref[Bid, Any] = Ref(Bid, (given.collection,))
        place = session.document.add(collection, kind(id=new_id(), parent=given.parent))
        session.close()
    finally:
        session.release()
    print(place.identity)
    return 0
