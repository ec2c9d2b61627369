"""Set up and run every test, browser journeys included.

Options after the command go to pytest: `./opora test opora/cases -x`.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NEEDS = "nothing"

# The shell is the same browser without a window: smaller to fetch, and with less to do.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("test", help="set up and run every test", add_help=False, prefix_chars="\0")
    parser.add_argument("pytest", nargs="*", help="passed on to pytest")


def run(args: argparse.Namespace) -> int:
    root = _checkout()
    if root is None:
        print("The tests live in the checkout; this is an installation without them.", file=sys.stderr)
        return 2
    made = subprocess.run([sys.executable, str(root / "scripts" / "environment.py"), "--dev"], check=False)
    if made.returncode:
        return made.returncode
    browser = find_browser() or _install_browser()
    given = list(args.pytest)
    if not any(argument.startswith("-n") or argument == "--pdb" for argument in given):
        given = ["-n", "2", "--dist", "loadfile", *given]
    if not browser:
        given += ["-m", "not journey"]
    # The tests have a home of their own: what a person keeps in OPORA_HOME is none of their business.
    environment = {name: value for name, value in os.environ.items() if name != "OPORA_HOME"}
    done = subprocess.run([sys.executable, "-m", "pytest", *given], cwd=root, env=environment, check=False)
    if not browser:
        print(
            "\nThe browser journeys were not run: they need Chromium. On Debian:\n"
            "    apt install chromium\n"
            "and on other systems Chromium or Chrome from its own packages. Then run ./opora test again.",
            file=sys.stderr,
        )
        return done.returncode or 1
    return done.returncode


def find_browser() -> str | None:
    """The browser for the journeys: the system's Chromium, or Playwright's own where it was installed."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return next((str(path) for path in sorted(cache.glob("chromium-*/chrome-linux*/chrome"))), None)


def _install_browser() -> str | None:
    """Where we may, install Debian's Chromium; elsewhere the person is told at the end."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    print("Installing Chromium for the browser journeys …", file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "-y", "--no-install-recommends"]
    # Older releases of Debian have the browser as a whole only.
    for command in (["update"], [*install, BROWSERS[0]], [*install, BROWSERS[1]]):
        done = subprocess.run([apt, "-q", *command], env=environment, capture_output=True, text=True, check=False)
        if found := find_browser():
            return found
    print("\n".join(done.stderr.strip().splitlines()[-3:]), file=sys.stderr)
    return None


def _checkout() -> Path | None:
    """The folder of the checkout: where the tests and their requirements lie."""
    for folder in Path(__file__).resolve().parents:
        if (folder / "requirements-dev.txt").exists() and (folder / "conftest.py").exists():
            return folder
    return None
