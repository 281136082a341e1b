"""Second copies that a sync program left beside an open file: noticed, and taken in on request."""

from __future__ import annotations

from bidkit.session.files import back_up
from bidkit.session.session import Session
from bidkit.storage.conflicted import ConflictedCopy, find_conflicted
from bidkit.storage.taking_in import holds_news


def second_copies(session: object) -> tuple[ConflictedCopy, ...]:
    """Return the second copies beside an open file that hold something it lacks."""
    if not isinstance(session, Session) or session.read_only:
        return ()
    found = find_conflicted(session.path, session.file.copy_id)
    return tuple(one for one in found if holds_news(one.path, session.path))


def take_in_copy(session: Session, copy: ConflictedCopy) -> int:
    """Bring a second copy's changes and files in; return how many changes were new.

    Raises FileError, and changes nothing, where the copy cannot be read.
    """
    session.commit()
    back_up(session.file, session.ports, "merge")
    taken = session.file.take_in(copy.path).taken
    session.commit()
    return taken
