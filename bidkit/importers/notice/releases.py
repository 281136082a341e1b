"""From a package, a record or a bare release to the one release that says how things stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from bidkit.errors import ForeignFileError, InputError
from bidkit.importers.notice.moments import instant
from bidkit.importers.notice.repair import repaired_line
from bidkit.words import tr

MOST_RELEASES = 2_000
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_SIGNS = ("tender", "planning", "awards", "contracts")


@dataclass(frozen=True)
class Notice:
    """One opportunity as its releases tell it: the latest state, and what was said before."""

    ocid: str
    title: str
    release: dict[str, Any]
    earlier: tuple[dict[str, Any], ...] = ()


def looks_like_notice(data: Any) -> bool:
    """Tell whether this JSON holds at least one OCDS release."""
    return next(_releases(data), None) is not None


def notices_in(data: Any) -> tuple[Notice, ...]:
    """Return every opportunity of the file, the latest release of each winning."""
    by_ocid: dict[str, list[dict[str, Any]]] = {}
    for count, release in enumerate(_releases(data)):
        if count >= MOST_RELEASES:
            break
        by_ocid.setdefault(str(release.get("ocid") or ""), []).append(release)
    if not by_ocid:
        raise ForeignFileError(
            tr("There is no notice in this file."),
            tr("It is JSON, but not a release, a release package or a record of a notice."),
            tr("On the notice's page choose the OCDS or JSON download, and open that file."),
        )
    return tuple(_notice(ocid, releases) for ocid, releases in by_ocid.items())


def notice_in(data: Any, ocid: str = "") -> Notice:
    """Return the one opportunity of the file, or the one asked for when it holds several."""
    found = notices_in(data)
    wanted = [notice for notice in found if notice.ocid == ocid] if ocid else list(found)
    if len(wanted) == 1:
        return wanted[0]
    titles = "; ".join(f"{notice.title} ({notice.ocid})" for notice in found[:8])
    raise InputError(
        tr("This file holds {n} opportunities.", n=len(found)),
        tr("A bid is for one of them: {titles}", titles=titles),
        tr("Say which one by its number, or download the single notice."),
    )


def _notice(ocid: str, releases: list[dict[str, Any]]) -> Notice:
    dated = sorted(releases, key=_published)
    state: dict[str, Any] = {}
    for release in dated:
        state = _merged(state, release)
    tender = state.get("tender")
    title = tender.get("title") if isinstance(tender, dict) else ""
    named = repaired_line(str(title or state.get("title") or ""))
    return Notice(ocid, named, state, tuple(dated[:-1]))


def _published(release: dict[str, Any]) -> datetime:
    found = instant(str(release.get("date") or ""))
    return found.when if found is not None else _LONG_AGO


def _merged(earlier: Any, later: Any) -> Any:
    """Return what holds after the later words: objects merge, lists by id, null takes away."""
    if isinstance(earlier, dict) and isinstance(later, dict):
        state = dict(earlier)
        for name, value in later.items():
            if value is None:
                state.pop(name, None)
            else:
                state[name] = _merged(state.get(name), value)
        return state
    if isinstance(earlier, list) and isinstance(later, list) and _by_id(earlier + later):
        entries = {entry["id"]: entry for entry in earlier}
        for entry in later:
            entries[entry["id"]] = _merged(entries.get(entry["id"]), entry)
        return list(entries.values())
    return later


def _by_id(entries: list[Any]) -> bool:
    return all(
        isinstance(entry, dict) and isinstance(entry.get("id"), str | Decimal) and entry["id"]
        for entry in entries
    )


def _releases(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the releases of whatever package this is; strange entries are passed over."""
    if isinstance(data, list):
        for entry in data:
            yield from _releases(entry)
        return
    if not isinstance(data, dict):
        return
    if isinstance(data.get("records"), list):
        for record in data["records"]:
            if isinstance(record, dict):
                yield from _of_record(record)
    elif isinstance(data.get("releases"), list):
        yield from (entry for entry in data["releases"] if _is_release(entry))
    elif isinstance(data.get("compiledRelease"), dict):
        yield from _of_record(data)
    elif _is_release(data):
        yield data


def _of_record(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    compiled = record.get("compiledRelease")
    embedded = record.get("releases")
    if isinstance(embedded, list):
        yield from (entry for entry in embedded if _is_release(entry) and _whole(entry))
    if _is_release(compiled):
        yield {"ocid": record.get("ocid"), **compiled} if isinstance(compiled, dict) else {}


def _whole(entry: dict[str, Any]) -> bool:
    """Tell whether an embedded release is a release and not only a link to one."""
    return any(isinstance(entry.get(name), dict | list) for name in _SIGNS)


def _is_release(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return False
    named = isinstance(entry.get("ocid"), str) or isinstance(entry.get("tag"), list)
    return named and any(isinstance(entry.get(name), dict | list) for name in _SIGNS)
