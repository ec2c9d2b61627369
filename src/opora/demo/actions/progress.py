"""How far the inventing of families came in this home: it may be interrupted, and goes on where it was."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


class Progress:
    """So many families are there, and these parts of what follows; `is_whole` when nothing is missing any more."""

    def __init__(self) -> None:
        self._path = Path(settings.OPORA_HOME) / "demo-families.json"
        told = json.loads(self._path.read_text()) if self._path.exists() else {}
        self.has_begun = bool(told)
        self.families = int(told.get("families", 0))
        self.is_whole = bool(told.get("is_whole"))
        self.parts: list[str] = list(told.get("parts", []))

    def note(self, families: int, *, part: str = "", is_whole: bool = False) -> None:
        """Keep how far it came; the families themselves are kept already."""
        self.families, self.is_whole, self.has_begun = families, is_whole, True
        if part:
            self.parts.append(part)
        aside = self._path.with_suffix(".new")
        aside.write_text(json.dumps({"families": families, "parts": self.parts, "is_whole": is_whole}))
        aside.replace(self._path)


def is_whole() -> bool:
    """Whether the demonstration of this home has all its families; in a home of an earlier release it has."""
    progress = Progress()
    return progress.is_whole or not progress.has_begun


@contextmanager
def alone() -> Iterator[None]:
    """One process at a time invents families for a home; another waits and finds them there."""
    with (Path(settings.OPORA_HOME) / "demo.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
