"""The text of one TOML file: read as plain values, with everything that is found wrong with it and the line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from opora.common.findings import ERROR, Finding, Place
from opora.common.findings import mark as _

LIKE_A_SLIP = 0.75
SLIPS_AT_MOST = 20
_HEADER = re.compile(r"\s*\[\[?([\w.]+)\]")
_WRITTEN = re.compile(r'\s*([\w-]+)\s*=\s*"([^"]*)"')


def near_word(written: object, known: Iterable[str]) -> str:
    """The known word of which this is a slip of typing, or "": a word that only looks akin may mean something else."""
    word = str(written).casefold()
    near = difflib.get_close_matches(word, known, n=1, cutoff=LIKE_A_SLIP)
    return near[0] if near and near[0][:1] == word[:1] else ""


class Notes:
    """The findings of one file, with the line of a place where it can be found in the text."""

    def __init__(self, file: str, source: str = "") -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._lines = source.splitlines()

    def line_of(self, key: str, value: str, within: str = "") -> int | None:
        """The first line that reads `key = "value"`; `within` is the table it must stand in, as in [[program]]."""
        return self._known_lines.get((key, value, within))

    @cached_property
    def _known_lines(self) -> dict[tuple[str, str, str], int]:
        """Where each is written first, in its table and in any: a file is asked for hundreds of its lines."""
        known: dict[tuple[str, str, str], int] = {}
        table = ""
        for number, line in enumerate(self._lines, 1):
            if header := _HEADER.match(line):
                table = header[1]
            elif written := _WRITTEN.match(line):
                for within in ("", table):
                    known.setdefault((written[1], written[2], within), number)
        return known

    def add(
        self,
        place: Place,
        problem: str,
        advice: str,
        *,
        severity: str = ERROR,
        line: int | None = None,
        **data: object,
    ) -> None:
        self.findings.append(Finding(self.file, place, problem, advice, data, severity, line))


def parse_toml(notes: Notes, source: str) -> dict[str, Any] | None:
    """The file as plain values, or None with a finding that names the line of each slip.

    After a slip its line is passed over and reading goes on, as long as that leads on to a later line.
    """
    lines, last = source.splitlines(), 0
    for _slip in range(SLIPS_AT_MOST):
        try:
            whole = tomllib.loads("\n".join(lines) if last else source)
        except tomllib.TOMLDecodeError as error:
            match = re.search(r"\(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
            line = int(match.group(1)) if match and match.group(1) else None
            if last and (line is None or line <= last + 1):
                return None
            notes.add(
                Place(),
                _("The file cannot be read as TOML: %(reason)s."),
                _("Look at this line and the one above: a quote, a bracket or an equals sign is usually missing."),
                line=line,
                reason=re.sub(r"\s*\(at [^)]*\)", "", str(error)),
            )
            if line is None or line > len(lines):
                return None
            lines[line - 1], last = "", line
        except (RecursionError, ValueError):
            # The reader has a slip of its own for neither: brackets hundreds deep, a number of thousands of digits.
            notes.add(
                Place(),
                _("The file holds brackets too deep within each other or a number that is too long."),
                _("Bring a file as it was taken away from here, and change only what you mean to change."),
            )
            return None
        else:
            return None if last else whole
    return None
