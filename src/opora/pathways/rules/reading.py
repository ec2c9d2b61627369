"""A definition read from plain values, as TOML or the database gives them; every slip of its shape at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from opora.common.bilingual import Text
from opora.common.toml_text import near_word
from opora.pathways.rules.definition import (
    ACTION_KINDS,
    ANYWHERE,
    EFFECTS,
    EXIT_KINDS,
    FIELD_KINDS,
    SHAPES,
    Action,
    Assumption,
    Definition,
    Exit,
    Fact,
    Field,
    ProcessRole,
    Result,
    Row,
    Stage,
    Table,
    Value,
)
from opora.pathways.rules.problems import Malformed, Problem, Where

T = TypeVar("T")


def parse(body: Mapping[str, Any]) -> Definition:
    """The process written in `body`. Raises Malformed (a ValueError) that names every slip of its shape."""
    definition, problems = read(body)
    if problems:
        raise Malformed(problems)
    return definition


def read(body: Mapping[str, Any]) -> tuple[Definition, tuple[Problem, ...]]:
    """The process as far as it can be read, and every slip of its shape; what a slip spoils is left empty."""
    problems: list[Problem] = []
    top = _Part(body, Where(), problems)
    definition = Definition(
        code=top.word("code"),
        version=top.number("version", required=False) or 1,
        title=top.text("title"),
        start=top.word("start"),
        case_start=top.word("case_start"),
        roles=top.parts("role", "roles", _role),
        documents=top.texts("documents"),
        fields=top.parts("field", "fields", _field, required=False),
        assumptions=top.parts("assumption", "assumptions", _assumption, required=False),
        stages=top.parts("stage", "stages", _stage),
        exits=top.parts("exit", "exits", _exit),
        criteria=top.parts("table", "criteria", _table, required=False),
        actions=top.parts("action", "actions", _action),
        programs=top.words("programs"),
        rows=tuple(top.as_text("rows", value) for value in top.list("rows")),
        source=top.word("source", required=False),
        results=top.parts("result", "results", _result, required=False),
    )
    top.finish()
    return definition, tuple(problems)


class _Part:
    """One table of the definition: gives values by name and kind, notes what is wrong."""

    def __init__(self, data: object, where: Where, problems: list[Problem]) -> None:
        self.where, self.problems = where, problems
        self.data: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        self.asked: set[str] = set()
        self.is_lost = False
        if not isinstance(data, Mapping):
            self.note("wrong", where.name)
            self.is_lost = True  # said once, not once for each line that it lacks

    def note(self, kind: str, what: object, known: str = "") -> None:
        if not self.is_lost:
            self.problems.append(Problem(kind, self.where, str(what), known))

    def take(self, key: str, kinds: type | tuple[type, ...], default: Any, *, required: bool) -> Any:
        self.asked.add(key)
        if key not in self.data:
            if required:
                self.note("missing", key)
            return default
        value = self.data[key]
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is int):
            self.note("wrong", key)
            return default
        return value

    def word(self, key: str, *, required: bool = True, among: tuple[str, ...] = ()) -> str:
        value: str = self.take(key, str, "", required=required)
        if (required and key in self.data and not value.strip()) or (among and value and value not in among):
            self.note("wrong", key)
        return value.strip()

    def number(self, key: str, *, required: bool = True) -> int | None:
        value: int | None = self.take(key, int, None, required=required)
        if value is not None and value < 0:
            self.note("wrong", key)
        return value

    def yes(self, key: str) -> bool:
        return bool(self.take(key, bool, False, required=False))

    def list(self, key: str) -> list[Any]:
        return list(self.take(key, list, [], required=False))

    def words(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of words; one word stands for a list of one."""
        value = self.take(key, (str, list), [], required=required)
        words = [value] if isinstance(value, str) else value
        if not all(isinstance(word, str) for word in words):
            self.note("wrong", key)
            return ()
        return tuple(words)

    def place(self, key: str) -> tuple[int, int]:
        value = self.take(key, list, [0, 0], required=True)
        if len(value) != 2 or not all(isinstance(n, int) for n in value):
            self.note("wrong", key)
            return (0, 0)
        return (value[0], value[1])

    def as_text(self, key: str, value: object) -> Text:
        if (
            isinstance(value, Mapping)
            and {"ru", "en"} == set(value)
            and all(isinstance(v, str) for v in value.values())
        ):
            return Text(value["ru"], value["en"])
        self.note("wrong", key)
        return Text("")

    def text(self, key: str, *, required: bool = True) -> Text:
        value = self.take(key, Mapping, None, required=required)
        return Text("") if value is None else self.as_text(key, value)

    def mapping(self, key: str, *, required: bool = False) -> Mapping[str, Any]:
        value: Mapping[str, Any] = self.take(key, Mapping, {}, required=required)
        return value

    def texts(self, key: str) -> dict[str, Text]:
        return {name: self.as_text(f"{key}.{name}", value) for name, value in self.mapping(key).items()}

    def parts(self, kind: str, key: str, read: Callable[[_Part], T], *, required: bool = True) -> dict[str, T]:
        found: dict[str, T] = {}
        for name, value in self.mapping(key, required=required).items():
            part = _Part(value, Where(kind, name), self.problems)
            found[name] = read(part)
            part.finish()
        return found

    def finish(self) -> None:
        for key in self.data:
            if key in self.asked:
                continue
            if near := near_word(key, self.asked):
                self.note("misspelled_word", key, near)
            else:
                self.note("unknown_word", key, ", ".join(sorted(self.asked)))


def _role(part: _Part) -> ProcessRole:
    return ProcessRole(part.text("title"), part.words("access", required=True))


def _field(part: _Part) -> Field:
    return Field(part.text("title"), part.word("kind", among=FIELD_KINDS), part.texts("choices"))


def _assumption(part: _Part) -> Assumption:
    return Assumption(part.text("title"), part.word("source", required=False))


def _stage(part: _Part) -> Stage:
    return Stage(
        title=part.text("title"),
        role=part.word("role"),
        days=part.number("days", required=False),
        at=part.place("at"),
        tasks=part.texts("tasks"),
        assumptions=part.words("assumptions"),
        source=part.word("source", required=False),
        shape=part.word("shape", required=False, among=SHAPES),
        uses=part.texts("uses"),
        short=part.text("short", required=False),
    )


def _exit(part: _Part) -> Exit:
    return Exit(
        title=part.text("title"),
        kind=part.word("kind", among=EXIT_KINDS),
        at=part.place("at"),
        case_reason=part.word("case_reason", required=False),
        source=part.word("source", required=False),
    )


def _result(part: _Part) -> Result:
    return Result(
        title=part.text("title"),
        at=part.place("at"),
        exits=part.words("exits", required=True),
        source=part.word("source", required=False),
    )


def _action(part: _Part) -> Action:
    return Action(
        title=part.text("title"),
        sources=part.words("from", required=True) or (ANYWHERE,),
        to=part.word("to"),
        excluded=part.words("except"),
        documents=part.words("documents"),
        criteria=_values(part, "criteria"),
        facts=part.word("facts", required=False),
        reason=part.yes("reason"),
        fields=part.words("fields"),
        roles=part.words("roles"),
        effect=part.word("effect", required=False, among=EFFECTS),
        kind=part.word("kind", required=False, among=ACTION_KINDS),
        source=part.word("source", required=False),
    )


def _values(part: _Part, key: str) -> dict[str, Any]:
    """Named lists of values; one value stands for a list of one."""
    found = {n: tuple(value) if isinstance(value, list) else (value,) for n, value in part.mapping(key).items()}
    for name, values in found.items():
        if not all(isinstance(value, str | bool) for value in values):
            part.note("wrong", f"{key}.{name}")
            found[name] = tuple(value for value in values if isinstance(value, str | bool))
    return found


def _table(part: _Part) -> Table:
    return Table(
        title=part.text("title"),
        facts={name: _fact(part, name, value) for name, value in part.mapping("facts", required=True).items()},
        rows=tuple(_row(part, number, value) for number, value in enumerate(part.list("rows"), 1)),
        results=part.texts("results"),
        source=part.word("source", required=False),
    )


def _fact(table: _Part, name: str, data: object) -> Fact:
    part = _Part(data, Where("table", f"{table.where.name}.{name}"), table.problems)
    labels = part.texts("labels")
    values = tuple(part.list("values")) or (True, False)
    if not all(isinstance(value, str | bool) for value in values):
        part.note("wrong", "values")
        values = tuple(value for value in values if isinstance(value, str | bool)) or (True, False)
    words = {_as_value(key): text for key, text in labels.items()}
    fact = Fact(part.text("title"), values, words, part.word("paper", required=False))
    part.finish()
    return fact


def _as_value(key: str) -> Value:
    """Keys of TOML and JSON are words: "true" and "false" stand for the answers yes and no."""
    return {"true": True, "false": False}.get(key, key)


def _row(table: _Part, number: int, data: object) -> Row:
    part = _Part(data, Where("table", f"{table.where.name}, {number}"), table.problems)
    row = Row(_values(part, "when"), part.word("then"), part.text("why"))
    part.finish()
    return row
