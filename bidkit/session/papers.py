"""Tender documents: keep a file or a pasted text in the bid, and read its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePath

from bidkit.domain.attachments import Attachment
from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import DocumentVersion, TenderDocument
from bidkit.errors import BidKitError
from bidkit.importers.documents_text import DocumentText, read_document
from bidkit.importers.packed import unpacked
from bidkit.session.document import with_entry
from bidkit.session.marking.words import Marked
from bidkit.session.session import Session
from bidkit.words import tr

MOST_FILES = 200
MOST_LOOKED_AT = 5_000


@dataclass(frozen=True)
class Taken:
    """What became of a file: its version, and whether it is a new one of a known document."""

    version: str
    document: str
    is_new_version: bool = False
    is_known: bool = False


def take_file(session: Session, source: Path | bytes, name: str) -> Taken:
    """Keep a file; one that is here already is not kept twice, a changed one is a new version."""
    bid = session.document.bid
    attachment = session.file.attach(source, name)
    kept = {one.id: one for one in bid.attachments}
    for version in bid.document_versions:
        earlier = kept.get(version.attachment)
        if earlier is not None and earlier.digest == attachment.digest:
            return Taken(version.id, version.parent, is_known=True)
    for version in bid.document_versions:
        earlier = kept.get(version.attachment)
        if earlier is not None and earlier.name.casefold() == name.casefold():
            made = _keep(session, attachment, version.parent)
            return Taken(made, version.parent, is_new_version=True)
    owner = new_id()
    return Taken(_keep(session, attachment, owner), owner)


def add_document(session: Session, path: Path, document: str = "") -> str:
    """Keep a file in the bid as a tender document, or as a new version; return the version's id."""
    return _keep(session, session.file.attach(path, path.name), document or new_id())


def add_pasted(session: Session, text: str, title: str) -> Marked:
    """Keep a pasted text as a document of its own; return all of its words as marked."""
    name = title.strip() or tr("Pasted on {day}", day=session.today().isoformat())
    attachment = session.file.attach(text.strip().encode(), f"{name.replace('/', '-')}.txt")
    owner = new_id()
    version = _keep(session, attachment, owner, name)
    return Marked(text.strip(), 1, version, owner)


def files_below(paths: list[Path]) -> Iterator[Callable[[], tuple[Path | bytes, str]]]:
    """Yield a way to each file of a pack and its name: folders gone through, zips unpacked.

    A zip that cannot be read says so where its way is gone, so that the others are still taken.
    """
    given = 0
    for one in _files(paths):
        for way in _ways(one):
            given += 1
            if given > MOST_FILES:
                return
            yield way


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for one in sorted(islice(path.rglob("*"), MOST_LOOKED_AT)):
            if one.is_file() and not one.name.startswith((".", "~$")):
                yield one


def _ways(path: Path) -> Iterator[Callable[[], tuple[Path | bytes, str]]]:
    try:
        packed = unpacked(path)
    except BidKitError as error:
        yield partial(_refused, error)
        return
    for source, name in packed if packed is not None else [(path, path.name)]:
        yield partial(_given, source, name)


def _given(source: Path | bytes, name: str) -> tuple[Path | bytes, str]:
    return source, name


def _refused(error: BidKitError) -> tuple[Path | bytes, str]:
    raise error


def words_of_taken(bid: Bid, taken: list[Taken]) -> str:
    """Return in words what became of files: new documents, new versions, copies left out."""
    fresh = sum(not one.is_known and not one.is_new_version for one in taken)
    titles = {one.id: one.title for one in bid.documents}
    newer = [titles.get(one.document, "") for one in taken if one.is_new_version]
    known = sum(one.is_known for one in taken)
    parts = []
    if fresh:
        parts.append(
            tr("1 file was added.") if fresh == 1 else tr("{n} files were added.", n=fresh)
        )
    if newer:
        parts.append(tr("A new version is here of: {titles}.", titles=", ".join(newer)))
    if known:
        parts.append(
            tr("1 was here already.") if known == 1 else tr("{n} were here already.", n=known)
        )
    return " ".join(parts)


def _keep(session: Session, attachment: Attachment, owner: str, title: str = "") -> str:
    version = DocumentVersion(
        id=new_id(),
        parent=owner,
        attachment=attachment.id,
        received_on=session.today(),
        label=_label(session.document.bid, owner),
    )

    def change(bid: Bid) -> Bid:
        bid = with_entry(bid, "attachments", attachment)
        if all(one.id != owner for one in bid.documents):
            called = title or PurePath(attachment.name).stem.replace("_", " ")
            bid = with_entry(bid, "documents", TenderDocument(id=owner, title=called))
        return with_entry(bid, "document_versions", version)

    session.document.edit(tr("Add {name}", name=attachment.name), change)
    session.commit()
    return version.id


def newest_version(bid: Bid, document: str) -> DocumentVersion | None:
    """Return the newest version of a document, or None where no file is kept."""
    versions = [one for one in bid.document_versions if one.parent == document]
    return versions[-1] if versions else None


def name_of_version(bid: Bid, version: DocumentVersion) -> str:
    """Return the name of the file of a version."""
    found = next((one for one in bid.attachments if one.id == version.attachment), None)
    return found.name if found is not None else ""


def words_of(session: Session, version: DocumentVersion) -> DocumentText:
    """Return the words of a version; a file that cannot be read raises a typed error."""
    data = session.attachment_bytes(version.attachment)
    return read_document(data, name_of_version(session.document.bid, version))


def _label(bid: Bid, document: str) -> str:
    count = sum(one.parent == document for one in bid.document_versions)
    return tr("Version {n}", n=count + 1)
