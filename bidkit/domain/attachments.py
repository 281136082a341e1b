"""Attachments: what is known of each file kept in the bid; its bytes live in storage."""

from datetime import date

from bidkit.domain.base import Count, Entity, YesNo


class Attachment(Entity):
    """One file kept in the bid: its safe name, kind, size and the hash of its bytes."""

    name: str = ""
    media_type: str = ""
    size: Count = None
    digest: str = ""
    added_on: date | None = None
    note: str = ""
    appendix: YesNo = ""
    appendix_title: str = ""
    personal: bool = False
