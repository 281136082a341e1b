"""What can go wrong with a file, each in words a person can act on."""

from __future__ import annotations

import errno

from bidkit.errors import (
    DamagedFileError,
    FileError,
    ForeignFileError,
    NewerFileError,
    PasswordError,
)
from bidkit.words import tr


class MissingFileError(FileError):
    """The file is not where it was."""


class ReadOnlyFileError(FileError):
    """The file or its folder does not let itself be written."""


class DiskFullError(FileError):
    """There is no room left."""


class BusyFileError(FileError):
    """Another program holds the file."""


class ReplacedFileError(FileError):
    """Another file stands where ours was."""


class TooSlowError(FileError):
    """Reading somebody's file took longer than any honest file needs."""


def missing(details: str = "") -> MissingFileError:
    """Return the error for a file that is gone."""
    return MissingFileError(
        tr("The bid file is not there."),
        tr("It was moved, renamed or deleted, or the disk or share it is on was taken away."),
        tr("Bring it back, or save a copy of the bid elsewhere."),
        details,
    )


def is_a_folder(details: str = "") -> MissingFileError:
    """Return the error for a folder that was taken for a bid file."""
    return MissingFileError(
        tr("This is a folder, not a bid file."),
        tr("A bid is one file whose name ends in .bidkit."),
        tr("Open the folder and choose the file in it."),
        details,
    )


def read_only(details: str = "") -> ReadOnlyFileError:
    """Return the error for a file that cannot be written."""
    return ReadOnlyFileError(
        tr("The bid file cannot be written."),
        tr("The file or its folder is read-only."),
        tr("Save a copy of the bid in a folder of your own."),
        details,
    )


def disk_full(details: str = "") -> DiskFullError:
    """Return the error for a full disk."""
    return DiskFullError(
        tr("There is no room left on this disk."),
        "",
        tr("Make room, or save a copy of the bid elsewhere. Nothing in the file was lost."),
        details,
    )


def disk_trouble(details: str = "") -> FileError:
    """Return the error for a disk or share that does not do what it is told."""
    return FileError(
        tr("The disk or share this bid is on does not answer."),
        tr("It may have been taken out, or the connection was lost."),
        tr("Bring it back, or save a copy of the bid elsewhere."),
        details,
    )


def from_system(error: OSError) -> FileError:
    """Return the error for what the system refused while a file was put in its place."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full(str(error))
    if error.errno in (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE):
        return disk_trouble(str(error))
    return read_only(str(error))


def busy(details: str = "") -> BusyFileError:
    """Return the error for a file that another program holds."""
    return BusyFileError(
        tr("The bid file is in use by another program."),
        tr("Another window, a backup or a sync program is working on it."),
        tr("BidKit will try again shortly."),
        details,
    )


def replaced(details: str = "") -> ReplacedFileError:
    """Return the error for another file in our file's place."""
    return ReplacedFileError(
        tr("Another file stands where the bid file was."),
        tr("It was replaced while it was open here."),
        tr("Save a copy of the bid under another name, then open the other file to compare."),
        details,
    )


def damaged(details: str = "") -> DamagedFileError:
    """Return the error for a file that cannot be read to its end."""
    return DamagedFileError(
        tr("This bid file is damaged."),
        tr("Part of it cannot be read, or it was cut short while it was copied."),
        tr("What can still be read can be saved into a new file."),
        details,
    )


def foreign(why: str, details: str = "") -> ForeignFileError:
    """Return the error for a file that is not a bid."""
    advice = tr("Ask whoever sent it for the .bidkit file.")
    return ForeignFileError(tr("This is not a BidKit file."), why, advice, details)


def empty() -> ForeignFileError:
    """Return the error for a file of no length."""
    return ForeignFileError(
        tr("This file is empty."),
        tr("It may not have been copied or downloaded to its end."),
        tr("Copy it again, or look for a backup of it."),
    )


def unsafe(details: str) -> ForeignFileError:
    """Return the error for a file that holds what no bid file holds."""
    return ForeignFileError(
        tr("This file is not as BidKit makes its files."),
        tr("It holds something that does not belong in a bid and might do harm."),
        tr("Do not use it. Ask whoever sent it to save it again with BidKit."),
        details,
    )


def too_slow() -> TooSlowError:
    """Return the error for a file that takes too long."""
    return TooSlowError(
        tr("Reading this file takes far too long."),
        tr("It is damaged, or was made to keep the program busy."),
        tr("Ask whoever sent it to save it again with BidKit."),
    )


def password_needed() -> PasswordError:
    """Return the error for a protected file opened without its password."""
    return PasswordError(
        tr("This file is protected by a password, or it is damaged."),
        "",
        tr("Give its password to open it."),
    )


def password_wrong(details: str = "") -> PasswordError:
    """Return the error for a password that does not open the file."""
    return PasswordError(
        tr("The password is wrong, or the file is damaged."),
        "",
        tr("Try again; passwords are case-sensitive. A backup may open with the same password."),
        details,
    )


def unreadable(details: str = "") -> FileError:
    """Return the error for a file we are not allowed to read."""
    return FileError(
        tr("The bid file may not be read."),
        tr("This computer does not let you open it."),
        tr("Ask whoever looks after the computer, or copy it into a folder of your own."),
        details,
    )


def too_new() -> NewerFileError:
    """Return the error for a file whose shape we no longer understand."""
    return NewerFileError(
        tr("This file was made by a much newer BidKit."),
        tr("It keeps its content in a way this version does not know."),
        tr("Install the newest BidKit to open it."),
    )


def newer() -> NewerFileError:
    """Return the error for writing into a file of a newer program."""
    return NewerFileError(
        tr("This file was made by a newer BidKit."),
        tr("This version can read it, but must not write in it."),
        tr("Install the newest BidKit to go on working on it, or save a copy to read."),
    )


def name_taken(name: str) -> FileError:
    """Return the error for making a file where there is one already."""
    return FileError(
        tr("There is already a file called “{name}” here.", name=name),
        "",
        tr("Choose another name, or open that file."),
    )


def cannot_attach(name: str, details: str = "") -> FileError:
    """Return the error for a file that cannot be taken into the bid."""
    return FileError(
        tr("“{name}” cannot be read.", name=name),
        tr("It was moved, is open in another program, or you are not allowed to open it."),
        tr("Close it elsewhere and try again."),
        details,
    )


def changed_while_read() -> FileError:
    """Return the error for a file that was written while it was taken in."""
    return FileError(
        tr("The file changed while it was being read."),
        "",
        tr("Close it in other programs and try again."),
    )


def attachment_missing(digest: str) -> FileError:
    """Return the error for a file whose bytes this copy does not hold."""
    return FileError(
        tr("This file is not in this copy of the bid."),
        tr("It was left out of the copy, or has not been taken in yet."),
        tr("Ask for it where the bid came from, or add it again."),
        digest,
    )


def attachment_damaged(digest: str) -> DamagedFileError:
    """Return the error for a kept file whose bytes are no longer whole."""
    return DamagedFileError(
        tr("A file kept in this bid is damaged."),
        tr("Its content is no longer as it was saved. The rest of the bid can still be used."),
        tr("Add the file again, or take it from a backup."),
        digest,
    )


def other_bid() -> FileError:
    """Return the error for merging two different bids."""
    return FileError(
        tr("These are two different bids."),
        tr("Only copies of the same bid can be brought together."),
        tr("Open the other file on its own to copy from it."),
    )
