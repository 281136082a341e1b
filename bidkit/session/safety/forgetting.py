"""Forgetting for good: somebody takes their words back, and no copy of ours keeps them."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import repeats
from bidkit.domain.refs import ref
from bidkit.errors import InputError
from bidkit.session.session import Session
from bidkit.storage import paths
from bidkit.storage.backups import Backups
from bidkit.words import tr

TESTIMONIALS = ref(Bid, lambda bid: bid.testimonials)


def forget_words(session: Session, identity: str) -> bool:
    """Take a testimonial out of the file, its history, the safety log and the backups for good.

    Whoever merges this file forgets it too. It cannot be undone, so undo begins anew after it.
    Return whether the file could be written; where not, nothing is forgotten yet.
    Errors: InputError while another field repeats the words, since nobody would find them later.
    """
    bid = session.document.bid
    place = TESTIMONIALS.item(identity)
    words = place.get(bid).quotation
    repeated = [str(one.place) for one in repeats(bid, session.today()) if one.held.words == words]
    if repeated:
        raise InputError(
            tr("These words still stand elsewhere in the bid."),
            tr(
                "In {places}. Once they are forgotten, nothing would warn you.",
                places=", ".join(repeated),
            ),
            tr("Take them out there first: “To fix” leads to each place."),
        )
    session.document.remove(place, label=tr("Forget somebody’s words"))
    if not session.commit():
        return False
    session.file.forget(str(place), Backups(paths.backups_folder()))
    session.document.begin_undo_anew()
    return True
