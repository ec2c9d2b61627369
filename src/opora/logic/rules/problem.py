"""One thing to mend in a logic model, and what is told again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from opora.common.findings import ERROR
from opora.common.findings import mark as _


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: which part of the model, which of them, what is wrong and what to do."""

    part: str
    code: str
    sentence: str
    advice: str
    data: Mapping[str, object] = field(default_factory=dict)
    severity: str = ERROR
    # Where codes stand twice or cannot be written, no page could say which part is meant.
    hides_parts: bool = False


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether the model cannot be published as it is."""
    return any(one.severity == ERROR for one in problems)


def not_allowed(
    part: str, code: str, named: Mapping[str, str | tuple[str, ...]], allowed: tuple[str, ...]
) -> Iterator[Problem]:
    """Whatever is said with a word that means nothing here."""
    for key, values in named.items():
        for value in (values,) if isinstance(values, str) else values:
            if value not in allowed:
                yield Problem(
                    part,
                    code,
                    _("“%(key)s” cannot be “%(value)s”."),
                    _("Allowed: %(allowed)s."),
                    {"key": key, "value": value[:60], "allowed": ", ".join(allowed)},
                )


def unknown(part: str, code: str, name: str, known: Iterable[str]) -> Problem:
    """Something is named that is described nowhere."""
    listed = ", ".join(sorted(known))
    return Problem(
        part,
        code,
        _("“%(name)s” is described nowhere."),
        _("Known: %(known)s.") if listed else _("Look for a slip of typing, or describe it."),
        {"name": name[:60], "known": listed},
    )


def without_words(part: str, code: str) -> Problem:
    """A part that says nothing."""
    return Problem(part, code, _("It has no words."), _("Write them at least in Russian."))
