"""What of a notice was not read, in words where there are words for it."""

from __future__ import annotations

import re

from bidkit.importers.notice.source import Source
from bidkit.words import later

_OF_NO_USE = frozenset(
    {
        "ocid",
        "id",
        "date",
        "tag",
        "language",
        "initiationType",
        "title",
        "description",
        "parties.roles",
        "parties.id",
        "parties.name",
        "parties.identifier.legalName",
        "buyer.id",
        "tender.mainProcurementCategory",
        "tender.additionalProcurementCategories",
    }
)
_LAST_OF_NO_USE = frozenset(
    {
        "id",
        "scheme",
        "language",
        "format",
        "datePublished",
        "dateModified",
        "currency",
        "uri",
        "documentType",
        "roles",
        "legalName",
        "status",
        "mainProcurementCategory",
        "noticeType",
        "hasRenewal",
        "hasOptions",
        "relatedLot",
    }
)
_CODE_NAME = re.compile(r"[cC]lassifications?\.(?:description|scheme|id)$")
_NAMES = {
    "parties": later("Other organisations named in the notice"),
    "contracts": later("Contracts already signed"),
    "awards": later("More about the award"),
    "bids": later("How many bids there were"),
    "relatedProcesses": later("Earlier or related notices"),
    "planning.budget": later("The buyer's budget by year"),
    "planning": later("More about the planning"),
    "tender.techniques": later("Details of the framework or dynamic market"),
    "tender.contractTerms": later("Terms of the contract"),
    "tender.participationFees": later("Fees for taking part"),
    "tender.exclusionGrounds": later("Grounds for exclusion"),
    "tender.reviewDetails": later("How decisions can be reviewed"),
    "tender.items": later("More about the items bought"),
    "tender.lots.contractPeriod": later("More about the dates of lots"),
    "tender.awardPeriod": later("When the buyer expects to decide"),
    "tender.lots": later("More about the lots"),
    "tender.lotGroups": later("More about groups of lots"),
    "tender.documents": later("More about the documents"),
    "tender.amendments": later("Amendments as the notice lists them"),
    "tender.legalBasis": later("More about the law"),
    "tender.communication": later("More about future notices"),
    "tender.otherRequirements": later("Other requirements"),
    "tender.submissionTerms": later("More about handing in"),
}


def not_read(release: Source) -> tuple[str, ...]:
    """Return what stands in the notice and was not used, each once, in the notice's order."""
    found: dict[str, None] = {}
    for path in release.unused():
        last = path.rsplit(".", 1)[-1]
        if path in _OF_NO_USE or last in _LAST_OF_NO_USE or _CODE_NAME.search(path):
            continue
        found[_named(path)] = None
    return tuple(found)


def _named(path: str) -> str:
    """Return the words for the nearest known part a path lies in, else the path."""
    steps = path.split(".")
    for length in range(len(steps), 0, -1):
        known = _NAMES.get(".".join(steps[:length]))
        if known is not None:
            return str(known)
    return path
