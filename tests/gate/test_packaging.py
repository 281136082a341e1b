"""The lock fits pyproject.toml, names no server, and every library has its door."""

from __future__ import annotations

import re
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.gate.sources import ROOT, complain, project, short, text_of

LOCK = ROOT / "requirements.lock"
EVERYWHERE = {"pydantic", "tzdata"}


def pinned() -> dict[str, str]:
    """Return the version of every package in the lock."""
    lines = re.findall(r"^([\w.-]+)==([\w.+!-]+)", text_of(LOCK), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


def asked_for() -> list[Requirement]:
    """Return what pyproject.toml asks for to run and to develop BidKit."""
    settings = project()
    lines = settings["project"]["dependencies"] + settings["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


def test_the_lock_pins_what_is_asked_for() -> None:
    versions = pinned()
    found = (
        f"{wanted}: the lock has {versions.get(canonicalize_name(wanted.name), 'nothing')}"
        for wanted in asked_for()
        if not wanted.specifier.contains(versions.get(canonicalize_name(wanted.name), "0"))
    )
    complain("Run: python3 installers/dev.py lock", found)


def test_every_pin_carries_digests() -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", text_of(LOCK), flags=re.MULTILINE)[1:]
    complain(
        "A pin in the lock carries the digests of its files",
        (block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block),
    )


def test_the_lock_names_no_server() -> None:
    named = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ")
    found = (
        f"{short(LOCK)}:{number} {line}"
        for number, line in enumerate(text_of(LOCK).splitlines(), start=1)
        if named.search(line)
    )
    complain("The lock says what, never from where", found)


def test_every_library_has_a_door() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    guarded = {name for contract in contracts for name in contract.get("forbidden_modules", [])}
    modules: dict[str, set[str]] = {}
    for module, distributions in packages_distributions().items():
        for distribution in distributions:
            modules.setdefault(canonicalize_name(distribution), set()).add(module)
    wanted = [Requirement(line).name for line in project()["project"]["dependencies"]]
    found = (
        f"{name}: add a contract for {', '.join(sorted(modules[canonicalize_name(name)]))}"
        for name in wanted
        if name not in EVERYWHERE and not modules[canonicalize_name(name)] & guarded
    )
    complain("Every outside library has a door in pyproject.toml", found)
