"""What a version of a plan holds, and what became different from one to the next (S0-10, S4-13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from difflib import SequenceMatcher
from typing import Any, Final

SAME: Final = "same"
ADDED: Final = "added"
REMOVED: Final = "removed"
CHANGED: Final = "changed"


@dataclass(frozen=True, slots=True)
class GoalText:
    """A goal as it stood in a version."""

    id: int
    section: int | None
    outcome: str
    title: str
    state: str
    levels: tuple[str, ...] = ()
    level_start: int | None = None
    level_now: int | None = None


@dataclass(frozen=True, slots=True)
class TaskText:
    """A task as it stood in a version; ``who`` in words, a day in ISO."""

    id: int
    goal_id: int | None
    kind: str
    title: str
    who: str
    due_on: str
    state: str


@dataclass(frozen=True, slots=True)
class Content:
    """The whole plan as it was agreed on."""

    track: str
    words: str
    goals: tuple[GoalText, ...]
    tasks: tuple[TaskText, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stayed, came or went."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: of the family's own words, of a goal or of a task."""

    kind: str
    what: str
    title: str
    parts: tuple[Part, ...] = ()
    # Of which field, what it was and what it is now: codes and days as they are kept.
    details: tuple[tuple[str, str, str], ...] = ()


def content_to_data(content: Content) -> dict[str, Any]:
    """The content as plain values, for keeping."""
    return asdict(content)


def content_from(data: Mapping[str, Any]) -> Content:
    """The content as it was kept; unknown values are left out, and what was destroyed is an empty plan."""
    goals, tasks = data.get("goals", ()), data.get("tasks", ())
    return Content(
        track=data.get("track", ""),
        words=data.get("words", ""),
        goals=tuple(GoalText(**{**_known(GoalText, one), "levels": tuple(one["levels"])}) for one in goals),
        tasks=tuple(TaskText(**_known(TaskText, one)) for one in tasks),
    )


def compare_words(before: str, after: str) -> tuple[Part, ...]:
    """The two texts word by word; put together, what stayed and went is ``before``, what stayed and came ``after``.

    Both texts are taken with single spaces between words.
    """
    old, new = before.split(), after.split()
    parts = []
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(Part(SAME, " ".join(old[start:end])))
            continue
        if start < end:
            parts.append(Part(REMOVED, " ".join(old[start:end])))
        if begin < stop:
            parts.append(Part(ADDED, " ".join(new[begin:stop])))
    return tuple(parts)


def differences(before: Content, after: Content) -> tuple[Change, ...]:
    """What the later version has, lacks or says otherwise than the earlier one; empty for two that say the same."""
    found = []
    if before.words.split() != after.words.split():
        found.append(Change(CHANGED, "words", "", compare_words(before.words, after.words)))
    if before.track != after.track:
        found.append(Change(CHANGED, "track", "", (), (("track", before.track, after.track),)))
    found += _of("goal", before.goals, after.goals)
    found += _of("task", before.tasks, after.tasks)
    return tuple(found)


def _of(what: str, before: Sequence[GoalText | TaskText], after: Sequence[GoalText | TaskText]) -> Iterable[Change]:
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    for one in after:
        if (former := old.get(one.id)) is None:
            yield Change(ADDED, what, one.title)
        elif former != one:
            yield Change(CHANGED, what, one.title, _said_otherwise(former.title, one.title), _details(former, one))
    for one in before:
        if one.id not in new:
            yield Change(REMOVED, what, one.title)


def _said_otherwise(before: str, after: str) -> tuple[Part, ...]:
    return compare_words(before, after) if before != after else ()


def _details(before: GoalText | TaskText, after: GoalText | TaskText) -> tuple[tuple[str, str, str], ...]:
    old, new = asdict(before), asdict(after)
    return tuple(
        (name, _plain(old[name]), _plain(new[name]))
        for name in new
        if name not in {"id", "title"} and old.get(name) != new[name]
    )


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return " / ".join(str(one) for one in value)
    return "" if value is None else str(value)


def _known(kind: type[GoalText] | type[TaskText], data: Mapping[str, Any]) -> dict[str, Any]:
    return {field.name: data[field.name] for field in fields(kind) if field.name in data}
