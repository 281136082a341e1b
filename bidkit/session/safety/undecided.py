"""Places where versions disagree and a person must decide, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.changes.conflict import Conflict
from bidkit.words import tr


def undecided_places(conflicts: Iterable[Conflict]) -> dict[str, str]:
    """Return every undecided place with all its versions and who wrote them."""
    return {
        conflict.place: "\n\n".join(
            f"{one.author or tr('somebody')}: {one.plain}" for one in conflict.alternatives
        )
        for conflict in conflicts
    }
