"""Start BidKit, or its tests, on a machine that has Python 3.11 or newer and nothing else.

    python3 installers/dev.py run [ARGS...]    start BidKit; without ARGS, open the finished example
    python3 installers/dev.py test [ARGS...]   run the whole suite; ARGS go to pytest
    python3 installers/dev.py lock [--upgrade] renew requirements.lock from pyproject.toml

The first start makes .venv and installs requirements.lock in it; later ones reuse it.
Needs only the standard library, and reads well enough to refuse politely on an older Python.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import sysconfig
from datetime import datetime
from pathlib import Path

import system_packages
from system_packages import RefusedError

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "bidkit-stamp.json"
EXAMPLES = ROOT / "build" / "example"
OLDEST = (3, 11)
WORKERS = ["-n", "2", "--dist", "worksteal"]


def say(text: str) -> None:
    """Tell the person what is happening, at once."""
    print(text, flush=True)


def venv_python() -> Path:
    """Return the Python inside .venv, on Windows and elsewhere."""
    if sys.platform == "win32":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def fingerprint() -> dict[str, str]:
    """Describe what a whole .venv was made from: the lock, the Python and the place."""
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "python": f"{sys.implementation.cache_tag} {sysconfig.get_platform()}",
        "place": str(ROOT),
    }


def stamp() -> dict[str, str]:
    """Return what the finished .venv was made from; empty where there is none."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and venv_python().exists() else {}


def make_environment() -> None:
    """Fill .venv from the lock, made anew unless only the lock changed; the stamp comes last."""
    if Path(sys.prefix).resolve() == VENV:
        raise RefusedError(
            "The Python inside .venv cannot renew .venv itself.",
            "Start this with the Python of your system: python3 installers/dev.py ...",
        )
    before = stamp()
    STAMP.unlink(missing_ok=True)
    if before and {**before, "lock": ""} == {**fingerprint(), "lock": ""}:
        say("Bringing .venv up to date with requirements.lock ...")
    else:
        say("Making .venv and installing what BidKit needs (about a minute, only once) ...")
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if made.returncode != 0:
            raise RefusedError("Python could not make the folder .venv: see above.", "")
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)]
    if start("-m", "pip", "install", "--quiet", *exactly, PIP_DISABLE_PIP_VERSION_CHECK="1"):
        raise RefusedError(
            "The packages of requirements.lock could not be installed; what pip said stands above.",
            "If this machine is offline, connect it and start again: nothing half made is used.",
        )
    _let_it_find_bidkit()
    STAMP.write_text(json.dumps(fingerprint()), encoding="utf-8")


def _let_it_find_bidkit() -> None:
    question = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run(
        [str(venv_python()), "-c", question], capture_output=True, text=True, check=True
    )
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    (Path(answer.stdout.strip()) / "bidkit-source.pth").write_text(line, encoding="ascii")


def prepare(*, screen: bool) -> None:
    """See to the system's packages and to .venv, doing nothing that was done before."""
    whole = stamp() == fingerprint()
    system_packages.see_to(with_venv=not whole, screen=screen, say=say)
    if not whole:
        make_environment()


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(*arguments: str | Path, **environment: str) -> int:
    """Run the Python of .venv with these arguments; return its exit code."""
    command = [str(venv_python()), *(str(part) for part in arguments)]
    try:
        done = subprocess.run(command, env={**os.environ, **environment}, check=False)
    except KeyboardInterrupt:
        return 130
    return done.returncode


def open_example() -> int:
    """Open today's copy of the finished example, or export it where there is no screen."""
    today = datetime.now().astimezone().date().isoformat()
    EXAMPLES.mkdir(parents=True, exist_ok=True)
    bid = EXAMPLES / f"Community Wellbeing Hubs {today}.bidkit"
    if not bid.exists() and start("-m", "bidkit", "new", "--example", "harbour", bid):
        raise RefusedError("The example could not be made.", "What BidKit said stands above.")
    if has_screen():
        say(f"Opening the finished example: {bid}")
        return start("-m", "bidkit", "open", bid)
    paper = bid.with_suffix(".pdf")
    say("This machine has no screen, so the finished example is exported instead of opened.")
    code = start("-m", "bidkit", "export", bid, "--to", "pdf", "-o", paper)
    if paper.exists():
        say(f"The example as a PDF: {paper}")
    return code


def run(arguments: list[str]) -> int:
    """Start BidKit with these arguments, or with the finished example when there are none."""
    prepare(screen=has_screen())
    return start("-m", "bidkit", *arguments) if arguments else open_example()


def test(arguments: list[str]) -> int:
    """Run the suite without a screen, on two processes; measurements and lists on one."""
    prepare(screen=False)
    alone = any("benchmark" in argument for argument in arguments) or "--requirements" in arguments
    workers = [] if alone else WORKERS
    pytest = ["-m", "pytest", f"--rootdir={ROOT}", f"--confcutdir={ROOT}", "-c"]
    os.chdir(ROOT)
    return start(
        *pytest, ROOT / "pyproject.toml", *workers, *arguments, QT_QPA_PLATFORM="offscreen"
    )


def lock(arguments: list[str]) -> int:
    """Renew requirements.lock for every system from pyproject.toml; needs a package index."""
    import tomllib

    prepare(screen=False)
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tools = groups["dependency-groups"]["lock"]
    os.chdir(ROOT)
    if start("-m", "pip", "install", "--quiet", *tools, PIP_DISABLE_PIP_VERSION_CHECK="1"):
        raise RefusedError("The tool that makes the lock could not be installed.", "See above.")
    every = ["--universal", "--generate-hashes", "--no-emit-index-url", "--python-version", "3.11"]
    named = ["--custom-compile-command", "python3 installers/dev.py lock"]
    files = ["pyproject.toml", "--group", "dev", "--output-file", LOCK.name]
    return start("-m", "uv", "pip", "compile", "--quiet", *every, *named, *files, *arguments)


COMMANDS = {"run": run, "test": test, "lock": lock}


def main(arguments: list[str]) -> int:
    """Do what was asked; return the exit code (2: refused, with the reason printed)."""
    if not arguments or arguments[0] not in COMMANDS:
        asked_for_help = bool(arguments) and arguments[0] in ("-h", "--help", "help")
        print(__doc__, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if sys.version_info < OLDEST:
            found = sys.version.split()[0]
            raise RefusedError(f"BidKit needs Python 3.11 or newer; this is {found}.", "")
        return COMMANDS[arguments[0]](arguments[1:])
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
