"""The checkout works anywhere: it names no machine, no package index, and brings unaltered what it brings."""

import importlib.util
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest

from tests.house.source import PACKAGE, ROOT, everything, modules, shown

# Written in pieces, or this file would be the first to be found.
PLACES = re.compile(
    "|".join([r"(?<![\w.])/(?:ro" + r"ot|wo" + r"rk)(?:/|\b)", r"/ho" + r"me/\w+", r"/Us" + r"ers/\w+"])
)
HOSTS = re.compile("|".join([r"pypi\." + "org", "python" + "hosted", r"registry\.npm" + "js", r"deb\.deb" + "ian"]))
# Where packages come from is said by the machine's own settings, never by a file of ours.
SOURCES = ("index-" + "url", "find-" + "links")

QUESTIONED, EXPLAINED = 300, 400


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _package_places() -> set[str]:
    """Where this machine takes packages from, as its own settings of pip say: addresses and folders."""
    told = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False)
    lines = [line.partition("=")[::2] for line in told.stdout.splitlines()]
    values = [place for name, said in lines if name.endswith(SOURCES) for place in said.strip("'").split()]
    parted = [urlsplit(place) for place in values]
    return {(one.netloc + one.path).rstrip("/") for one in parted if "/" in one.path.strip("/") or one.netloc}


def test_no_file_names_a_machine_or_a_package_index() -> None:
    sources = re.compile("|".join([*SOURCES, *(re.escape(place) for place in _package_places())]))
    found = []
    for path in everything():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if len(line) < 2000 and (hit := PLACES.search(line) or HOSTS.search(line) or sources.search(line)):
                found.append(f"{path.relative_to(ROOT)}:{number}: {hit.group()}")
    assert not found


@pytest.mark.parametrize(
    ("name", "least"), [("requirements.txt", 20), ("requirements-dev.txt", 20), ("requirements-alone.txt", 1)]
)
def test_every_requirement_is_locked_by_its_hash(name: str, least: int) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^(\S+?)==\S+[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)+)", text, re.MULTILINE)
    named = re.findall(r"^([A-Za-z0-9][\w.-]*)", text, re.MULTILINE)
    assert len(entries) == len(named) > least
    assert not re.findall(r"^-", text, re.MULTILINE)
    assert not list(ROOT.glob("uv.lock"))


def test_vendored_files_are_what_was_fetched() -> None:
    assert _script("vendor_assets").check() == []


def test_the_map_of_the_floors_is_drawn_anew() -> None:
    floors = _script("draw_floors")
    drawn = (ROOT / "docs" / "floors.md").read_text(encoding="utf-8")
    assert drawn == floors.draw(), "python scripts/draw_floors.py"


def test_a_long_file_has_a_reason() -> None:
    """Past 300 lines a file is questioned, past 400 a decision record says why it is one subject all the same."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    questioned = {shown(path): count for path, count in lengths.items() if count > QUESTIONED}
    if questioned:
        warnings.warn(f"longer than {QUESTIONED} lines: {questioned}", stacklevel=1)
    records = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "adr").glob("*.md"))
    unexplained = [name for name, count in questioned.items() if count > EXPLAINED and name not in records]
    assert not unexplained, "longer than 400 lines without a word in docs/adr"


def test_every_room_says_what_it_is() -> None:
    """One paragraph at the head of each room; the map of the floors is made of them."""
    rooms = [path for path in PACKAGE.rglob("__init__.py") if _is_room(path.parent)]
    silent = [shown(path) for path in rooms if not path.read_text(encoding="utf-8").lstrip().startswith('"""')]
    assert not silent


def _is_room(folder: Path) -> bool:
    return folder.parent in {PACKAGE, PACKAGE / "web"}


def test_an_environment_of_another_checkout_is_left_as_it_is(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs" / ".venv"
    (theirs / "bin").mkdir(parents=True)
    (theirs / "bin" / "python").symlink_to(sys.executable)
    (theirs / "requirements.txt").write_text("another list")
    mine = tmp_path / "mine"
    (mine / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "environment.py", mine / "scripts")
    (mine / "requirements.txt").write_text("this list")
    (mine / ".venv").symlink_to(theirs)

    done = subprocess.run([sys.executable, mine / "scripts" / "environment.py"], capture_output=True, check=False)

    assert done.returncode == 0
    assert (theirs / "requirements.txt").read_text() == "another list"

    (theirs / "bin" / "python").unlink()
    done = subprocess.run([sys.executable, mine / "scripts" / "environment.py"], capture_output=True, check=False)
    assert done.returncode == 2, "another checkout's environment was made by this one"
    assert (theirs / "requirements.txt").exists()
