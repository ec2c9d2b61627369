"""Draw docs/floors.md: which rooms there are, on which floor, and which rooms each one knows.

    python scripts/draw_floors.py            write the file
    python scripts/draw_floors.py --check    end with 1 when the file is out of date

The wings and the floors come from pyproject.toml, the sentences from the rooms themselves, the acquaintances from
their imports. So the map is the house as it is, not as it was meant.
"""

import argparse
import ast
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "floors.md"
CODE = next(path for path in (ROOT / "src", ROOT) if (path / "opora" / "config").is_dir())
PACKAGE = CODE / "opora"

HEAD = """# The floors of the house

Drawn by `scripts/draw_floors.py`; do not edit. The house has wings, from the ground up; a wing knows the wings named
beside it and no other, and of some it only asks: it reads there and changes nothing. Inside and between wings a room
knows rooms on floors below its own, never above and never beside. Rooms lie flat in the folder, whatever their wing.

Both laws are in `pyproject.toml` (`[tool.opora.wings]` and the contract of the floors), `lint-imports` keeps them, and
`tests/house/test_wings.py` keeps them for SQL too. Read the wings in this order and each room after those it knows.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw docs/floors.md.")
    parser.add_argument("--check", action="store_true", help="compare, and change nothing")
    drawn = draw()
    if not parser.parse_args().check:
        TARGET.write_text(drawn, encoding="utf-8")
        return 0
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != drawn:
        print("docs/floors.md is out of date: python scripts/draw_floors.py", file=sys.stderr)
        return 1
    return 0


def draw() -> str:
    """The whole page."""
    lines = [HEAD]
    floors = _floors()
    everybody = {name for row in floors for name in row}
    for name, wing in _settings()["opora"]["wings"].items():
        lines += [f"## {name.capitalize()}", "", " ".join(wing["about"].split()), "", _acquaintances(wing), ""]
        rooms = [(number, room) for number, row in enumerate(reversed(floors)) for room in row if room in wing["rooms"]]
        if rooms:
            lines += ["| floor | room | what it is | knows |", "|---|---|---|---|"]
            lines += [_row(str(number), room, PACKAGE / room, "opora", everybody) for number, room in rooms]
            lines += [""]
    lines += [
        "## Front rooms",
        "",
        "Each brings the pages of one subject; they meet by address, not by import.",
        "",
    ]
    lines += ["| room | what it is | knows |", "|---|---|---|"]
    front = sorted(path for path in (PACKAGE / "web").iterdir() if (path / "__init__.py").exists())
    lines += [_row("", path.name, path, "opora", everybody - {"web"}) for path in front]
    return "\n".join(lines) + "\n"


def _row(floor: str, name: str, folder: Path, package: str, rooms: set[str]) -> str:
    known = ", ".join(sorted(_known(folder, package) & rooms - {name}))
    cells = [f"`{name}`", _sentence(folder), known]
    return "| " + " | ".join([floor, *cells] if floor else cells) + " |"


def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    return settings


def _acquaintances(wing: Mapping[str, Any]) -> str:
    """One line on which other wings this one may use."""
    known = f"Knows {_listed(wing['knows'])}." if wing["knows"] else "Knows no other wing."
    return f"{known} Only asks {_listed(wing['asks'])}." if wing.get("asks") else known


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]


def _floors() -> list[list[str]]:
    """The floors of the contract, top to bottom."""
    contracts = _settings()["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract.get("containers") == ["opora"])
    return [[room.strip(" ()") for room in layer.split("|")] for layer in layers]


def _sentence(folder: Path) -> str:
    """What the room says of itself, up to its first full stop."""
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n", 1)[0].split()).split(". ")[0].rstrip(".").replace("|", "\\|")


def _known(folder: Path, package: str) -> set[str]:
    """The rooms this one imports, tests left out: they may look anywhere."""
    found = set()
    for path in folder.rglob("*.py"):
        if {"tests", "migrations"} & set(path.relative_to(folder).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                parts = node.module.split(".")
                if parts[0] == package:
                    found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
            elif isinstance(node, ast.Import):
                names = [alias.name.split(".") for alias in node.names]
                found |= {parts[1] for parts in names if parts[0] == package and len(parts) > 1}
    return found


if __name__ == "__main__":
    sys.exit(main())
