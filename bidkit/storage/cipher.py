"""Set, change or take off the password of a file: a new file is written and put in its place."""

from __future__ import annotations

import os
from pathlib import Path

from bidkit.storage.copying import copy_file
from bidkit.storage.key import Key
from bidkit.storage.replacing import beside, replace_file
from bidkit.storage.sessions import Sessions
from bidkit.storage.taking_in import foreign_file


def change_password(path: Path, old: Key | None, new: Key | None) -> Path:
    """Write the file anew under another password (None: none) and return where it is now.

    A kill at any moment leaves the file with the old password or with the new one, whole. Nobody
    else can write meanwhile (Windows does not let a file be replaced while it is held, so there
    the hold ends a moment earlier). What was on a solid-state disk before cannot be wiped for
    certain.
    """
    sessions = Sessions(path, old)
    sessions.begin(read_only=False)
    with beside(sessions.path) as finished:
        with sessions.writing() as holder, holder.writing():
            with sessions.reading() as database:
                copy_file(database, finished, new, old)
            with foreign_file(finished, new):
                pass
            if os.name != "nt":
                return replace_file(finished, sessions.path)
        return replace_file(finished, sessions.path)
