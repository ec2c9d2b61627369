"""Findings about a file: file, place in it, what is wrong and what to do, in words of a methodologist.

The sentences are English message ids; whoever shows them passes a translating function: rules know no Django.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

ERROR = "error"
WARNING = "warning"

Say = Callable[[str], str]


def mark(sentence: str) -> str:
    """Mark a sentence for translation where it is written; it is translated where it is shown."""
    return sentence


def as_written(sentence: str) -> str:
    """The translating function that leaves a sentence in English."""
    return sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: `kind` is a message id such as "item %(name)s"."""

    kind: str = ""
    name: str = ""

    def text(self, say: Say = as_written) -> str:
        return say(self.kind) % {"name": self.name} if self.kind else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend (an error stops publishing, a warning does not)."""

    file: str
    place: Place
    problem: str
    advice: str
    data: Mapping[str, object] = field(default_factory=dict)
    severity: str = ERROR
    line: int | None = None

    def text(self, say: Say = as_written) -> str:
        """One line for a reader: file, line, place, what is wrong, what to do."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        place = self.place.text(say)
        head = f"{where}, {place}" if place else where
        return f"{head}: {say(self.problem) % self.data} {say(self.advice) % self.data}".rstrip()


def errors_first(findings: Iterable[Finding]) -> list[Finding]:
    """What must be mended before what is only remarked, each in its order."""
    return sorted(findings, key=lambda finding: finding.severity != ERROR)


def has_errors(findings: Iterable[Finding]) -> bool:
    """True when something must be mended before publishing."""
    return any(finding.severity == ERROR for finding in findings)
