#!/usr/bin/env python3
"""Set up this checkout and run its daily commands; needs Python 3.11 and nothing else installed.

    python3 dev.py demo             write a brief from the example reports
    python3 dev.py test [...]       run the test suite; arguments go to pytest (-n 0 runs it in one process)
    python3 dev.py check            what CI runs: format, lint, types, imports, tests with coverage (or --no-test)
    python3 dev.py browser [...]    run the browser tests against an installed chromium
    python3 dev.py bare             install as users do, without development tools, and time the start
    python3 dev.py setup            make .venv with the development tools, and stop
    python3 dev.py lock             resolve the dependencies again and write requirements*.lock (needs uv)

All goes into .venv: wheels, by hash, from requirements*.lock; then memcon, editable. A changed lock makes a new .venv.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from importlib import metadata, util
from pathlib import Path

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-browser.lock")
LEVELS = {"base": LOCKS[:1], "dev": LOCKS[1:2], "browser": LOCKS[1:]}  # each contains the one before


def demo() -> None:
    """The main job on the example reports: a fresh record, and a brief written from it."""
    memcon = setup("base") / "memcon"
    record, brief = Path("build/demo/memcon.db"), Path("build/demo/brief.html")
    shutil.rmtree(record.parent, ignore_errors=True)
    record.parent.mkdir(parents=True)
    run(memcon, "--record", record, "add", "examples/lakeside/reports")
    run(memcon, "--record", record, "brief")
    run(memcon, "--record", record, "brief", "--output", brief)
    say(f"the brief is {brief}; open it in a browser, then try")
    for words in ("brief --all", "families", "statements --speaker castrow", "documents", "--help"):
        print(f"    {memcon} --record {record} {words}")


def test(*args: str) -> None:
    """The default test suite, on all processors; the whole of it shows its coverage."""
    run(setup("dev") / "python", "-m", "pytest", "-n", "auto", *(args or ["--cov"]))


def check(*args: str) -> None:
    """Format, lint, types and import directions; then the tests with coverage, unless told `--no-test`."""
    for program, *words in (("ruff", "format", "--check"), ("ruff", "check"), ("mypy",), ("lint-imports",)):
        run(setup("dev") / program, *words)
    if "--no-test" not in args:
        test(*args)


def browser(*args: str) -> None:
    """The browser tests, one after another."""
    run(setup("browser") / "python", "-m", "pytest", "-m", "browser", *(args or ["tests/browser"]))


def bare() -> None:
    """An installation as users have it; `memcon --help` must work there and start quickly."""
    shutil.rmtree("build/bare", ignore_errors=True)
    memcon = setup("base", "build/bare", editable=False) / "memcon"
    run(memcon, "--help")  # the first start compiles; the later ones are what users see
    before = sum(os.times()[2:4])  # processor time of finished children
    for _ in range(5):
        subprocess.run([memcon, "--help"], check=True, stdout=subprocess.DEVNULL)
    seconds = (sum(os.times()[2:4]) - before) / 5
    say(f"memcon --help takes {seconds:.2f} s of processor time; the limit is 0.30 s")
    if seconds >= 0.30:
        sys.exit("memcon --help loads too much")


def lock() -> None:
    """Resolve again, for all platforms and Pythons at once; each lock agrees with the one before."""
    uv = shutil.which("uv") or sys.exit("locking needs uv: pipx install uv")
    options = "--quiet --upgrade --universal --python-version 3.11 --generate-hashes --only-binary :all: --no-annotate"
    resolve = (uv, "pip", "compile", *options.split(), "--custom-compile-command", "python3 dev.py lock")
    base, dev, browser = LOCKS
    run(*resolve, "pyproject.toml", "--group", "build", "-o", base)
    run(*resolve, "pyproject.toml", "--group", "build", "--group", "dev", "-c", base, "-o", dev)
    run(*resolve, "--group", "browser", "-c", dev, "-o", browser)


def setup(level: str = "dev", venv: str = ".venv", *, editable: bool = True) -> Path:
    """The folder of the environment's programs, after making the environment if it is missing, old or too small."""
    import tomllib  # new in Python 3.11; older ones must get as far as the message in main

    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = [Path(name).read_text(encoding="utf-8") for name in LOCKS]
    digest = hashlib.sha256(repr([sys.version, Path.cwd(), project, locked]).encode()).hexdigest()
    stamp, programs = Path(venv, "memcon-stamp"), Path(venv, "Scripts" if os.name == "nt" else "bin")
    found, has = stamp.read_text(encoding="utf-8").split() if stamp.exists() else ("", "")
    if found != digest:
        say(f"making {venv} with Python {sys.version.split()[0]}")
        run(sys.executable, "-m", "venv", "--clear", "--without-pip", venv)
    elif list(LEVELS).index(has) >= list(LEVELS).index(level):
        return programs
    install = installer(programs / "python")
    for name in LEVELS[level]:
        say(f"installing what {name} lists")
        run(*install, "--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", name)
    run(*install, "--no-deps", "--no-build-isolation", *(["-e"] if editable else []), ".")
    stamp.write_text(f"{digest} {level}\n", encoding="utf-8")
    return programs


def installer(python: Path) -> tuple[object, ...]:
    """The command that installs into the environment of `python`; leaves with advice when there is none."""
    if shutil.which("uv"):
        return ("uv", "pip", "install", "--quiet", "--python", python)
    if util.find_spec("pip") and [int(part) for part in metadata.version("pip").split(".")[:2]] >= [22, 3]:
        return (sys.executable, "-m", "pip", "--quiet", "--python", python, "install")
    if util.find_spec("ensurepip"):
        run(python, "-m", "ensurepip")
        return (python, "-m", "pip", "--quiet", "install")
    return sys.exit("This Python has no pip. On Debian or Ubuntu: sudo apt-get install -y python3-pip")


def run(*command: object) -> None:
    """Run a program; leave when it fails."""
    words = [str(word) for word in command]
    if subprocess.run(words, check=False, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}).returncode:
        sys.exit(f"dev.py: failed: {' '.join(words)}")


def say(text: str) -> None:
    """Print at once, so that these lines keep their place among those of the programs run."""
    print(f"dev.py: {text}", flush=True)


def main() -> None:
    """Run the command named on the command line, from the repository root."""
    if sys.version_info < (3, 11):
        newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
        advice = f"try {newer[0]} dev.py" if newer else "install a newer one and run dev.py with it"
        sys.exit(f"memcon needs Python 3.11 or newer, and this is {sys.version.split()[0]}: {advice}")
    commands = {command.__name__: command for command in (demo, test, check, browser, bare, setup, lock)}
    name, *args = sys.argv[1:] or ["help"]
    if name not in commands:
        sys.exit(__doc__)
    os.chdir(Path(__file__).resolve().parent)
    started = time.monotonic()
    commands[name](*args)
    say(f"{name} finished in {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
