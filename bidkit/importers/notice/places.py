"""Names that notices use as codes or leave unsaid: regions, portals, kinds of buyer."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

REGIONS = {
    "UKC": "North East",
    "UKD": "North West",
    "UKE": "Yorkshire and the Humber",
    "UKF": "East Midlands",
    "UKG": "West Midlands",
    "UKH": "East of England",
    "UKI": "London",
    "UKJ": "South East",
    "UKK": "South West",
    "UKL": "Wales",
    "UKM": "Scotland",
    "UKN": "Northern Ireland",
    "UK": "United Kingdom",
}
LANGUAGES = {"en": "English", "cy": "Welsh", "gd": "Scottish Gaelic", "ga": "Irish"}
COUNTRIES = {"GB": "", "UK": "", "ENG": "England", "WLS": "Wales", "SCT": "Scotland"}
PORTALS = {
    "in-tendhost.co.uk": "In-tend",
    "procontract.due-north.com": "ProContract",
    "mytenders.co.uk": "myTenders",
    "delta-esourcing.com": "Delta eSourcing",
    "eu-supply.com": "EU Supply",
    "health-family.force.com": "Atamis",
    "atamis.co.uk": "Atamis",
    "bravosolution.co.uk": "Jaggaer",
    "jaggaer.com": "Jaggaer",
    "app.jaggaer.com": "Jaggaer",
    "proactisplaza.com": "Proactis",
    "sell2wales.gov.wales": "Sell2Wales",
    "etenderwales.bravosolution.co.uk": "eTenderWales",
    "publiccontractsscotland.gov.uk": "Public Contracts Scotland",
    "etendersni.gov.uk": "eTendersNI",
    "multiquote.com": "MultiQuote",
    "thechest.org.uk": "The Chest",
    "suppliersdirect.co.uk": "Suppliers Direct",
}
OFFICIAL = ("contractsfinder.service.gov.uk", "find-tender.service.gov.uk")

BuyerKind = Literal[
    "", "council", "nhs", "central", "police", "school", "housing", "funder", "lead", "other"
]
_KINDS: tuple[tuple[BuyerKind, str], ...] = (
    ("nhs", r"\bNHS\b|integrated care|clinical commissioning|hospital|health board|health trust"),
    ("police", r"police|constabulary|fire and rescue"),
    ("school", r"school|academy|academies|college|university"),
    ("council", r"council|borough|combined authority|county of|city of|corporation of london"),
    ("housing", r"housing|homes\b"),
    ("central", r"ministry|department (?:for|of)|\bhm\b|home office|cabinet office|government"),
    ("funder", r"\bfund\b|foundation"),
)


def region_named(text: str) -> str:
    """Return the name of a region that may be given as a code (UKI44 lies in London)."""
    if not re.fullmatch(r"UK[A-Z]?[A-Z0-9]{0,3}", text):
        return text
    return REGIONS.get(text[:3]) or REGIONS["UK"]


def country_named(text: str) -> str:
    """Return the name of a country that may be given as a code; '' for the whole kingdom."""
    return COUNTRIES.get(text.strip().upper(), text)


def kind_of_buyer(name: str) -> BuyerKind:
    """Guess from its name what kind of body a buyer is; '' when it does not show."""
    for kind, words in _KINDS:
        if re.search(words, name, re.IGNORECASE):
            return kind
    return ""


def host_of(address: str) -> str:
    """Return the host of a web address without www, or ''."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def portal_of(address: str) -> str:
    """Return the name of the tender portal a web address belongs to, or ''."""
    host = host_of(address)
    return next(
        (name for known, name in PORTALS.items() if host == known or host.endswith("." + known)),
        "",
    )


def is_official(address: str) -> bool:
    """Tell whether a web address is a page of one of the two national notice services."""
    return host_of(address).endswith(OFFICIAL)
