"""Every command explains itself, and a mistake is answered with what would have been right."""

from __future__ import annotations

import argparse

import pytest

from bidkit import __version__
from bidkit.cli.main import parser
from tests.plugins.commands import Call

COMMANDS = {
    "open": ("FILE",),
    "new": ("FILE", "--notice", "--example", "--pack", "--title", "--route", "--ocid", "--json"),
    "show": ("FILE", "--json", "--all"),
    "set": ("FILE", "REF", "VALUE"),
    "add": ("FILE", "COLLECTION", "--parent"),
    "check": ("FILE", "--json"),
    "export": ("FILE", "--to", "--for", "--lot", "--each-lot", "--output", "--json"),
    "history": ("FILE", "--json", "--most"),
    "pack list": ("--json",),
    "pack check": ("FILE", "--json"),
    "pack copy": ("ID", "--output"),
    "pack save": ("FILE", "--title", "--output"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(call: Call, command: str) -> None:
    done = call(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"usage: bidkit {command}")
    for taken in COMMANDS[command]:
        assert taken in done.out


def test_the_whole_help_names_every_command_and_the_exit_codes(call: Call) -> None:
    done = call("--help")
    assert done.code == 0
    for command in COMMANDS:
        assert command.split()[0] in done.out
    assert "0 done, 1 findings or conflicts, 2 refused" in " ".join(done.out.split())


def test_every_command_of_the_parser_is_tried_here() -> None:
    commands: dict[str, argparse.ArgumentParser] = {}
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands.update(action.choices)
    assert set(commands) == {command.split()[0] for command in COMMANDS}


def test_every_option_is_explained() -> None:
    silent = [
        f"{one.prog} {action.dest}"
        for one in every_parser(parser())
        for action in one._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert not silent


def every_parser(one: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """Return a parser and all below it."""
    found = [one]
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                found += every_parser(inner)
    return found


def test_the_version(call: Call) -> None:
    done = call("--version")
    assert (done.code, done.out) == (0, f"BidKit {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("shwo", "a.bidkit"), "invalid choice: 'shwo'"),
        (("show",), "required: FILE"),
        (("show", "a.bidkit", "--jsno"), "--jsno"),
        (("export", "a.bidkit"), "required: -o/--output"),
        (("export", "a.bidkit", "-o", "a.pdf", "--for", "judge"), "invalid choice: 'judge'"),
        (("history", "a.bidkit", "--most", "0"), "not a whole number above 0"),
        (("new", "a.bidkit", "--notice", "n.json", "--example", "harbour"), "not allowed with"),
        (("pack",), "required: WHAT"),
    ],
)
def test_what_is_asked_wrongly_is_refused(
    call: Call, arguments: tuple[str, ...], said: str
) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.startswith("usage:")
