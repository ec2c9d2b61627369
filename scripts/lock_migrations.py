"""Notes the checksums of the migrations that a release ships; with --check says which of them were edited or are gone.

Run it once for each release, when its version is set. Homes out there have carried these migrations out: an edited one
would leave them with other tables than ours. What must change comes in a new migration.
"""

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "scripts" / "migrations.lock.json"


def marks() -> dict[str, str]:
    """Every migration of every room with its checksum."""
    found = sorted((ROOT / "src" / "opora").glob("*/migrations/[0-9]*.py"))
    return {f"{path.parent.parent.name}/{path.stem}": hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def edited() -> list[str]:
    """The shipped migrations that are not as they were shipped."""
    now = marks()
    return [
        f"{name} {'was edited: put it back and write a new one' if name in now else 'is gone: put it back'}"
        for name, mark in json.loads(LOCK.read_text()).items()
        if now.get(name) != mark
    ]


def main() -> int:
    if LOCK.exists() and (problems := edited()):
        print("\n".join(problems))
        return 1
    if "--check" not in sys.argv:
        LOCK.write_text(json.dumps(marks(), indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
