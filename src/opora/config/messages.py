"""The sentences of the pages: extraction from the sources, and the state of every catalogue.

Each room keeps a catalogue of its own beside its code. The check demands that every English sentence has exactly
one Russian one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract

from opora.config.compiling import LANGUAGE, PACKAGE, read

PLURALS = 3

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdif]|\{\w*\}")

Key = tuple[str, str]
"""What identifies a sentence: its context (empty when it has none) and its English text."""


@dataclass(frozen=True)
class Found:
    """An English sentence found in a source file."""

    key: Key
    plural: str
    place: str


@dataclass(frozen=True)
class Problem:
    """What is wrong with a room's catalogue, in words for the person who mends it."""

    room: str
    text: str


def rooms() -> list[Path]:
    """The folders that have sentences of their own: back rooms, and the front rooms under web."""
    back = [path for path in PACKAGE.iterdir() if path.is_dir() and path.name not in {"web", "__pycache__"}]
    front = [path for path in (PACKAGE / "web").glob("*") if path.is_dir() and path.name != "__pycache__"]
    return sorted(back) + sorted(front)


def found_in(room: Path) -> list[Found]:
    """Every sentence the room's code and templates ask a translation for."""
    result: list[Found] = []
    for path in sorted(room.rglob("*")):
        if {"tests", "migrations", "locale", "static"} & set(path.relative_to(room).parts[:-1]):
            continue
        if path.suffix == ".py":
            result += _extract(path, path.read_bytes())
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            result += _extract(path, _as_python(path))
    return result


def check() -> list[Problem]:
    """Everything that keeps a page from being whole in Russian, over all rooms."""
    problems: list[Problem] = []
    answers: dict[Key, dict[tuple[str, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    for room in rooms():
        name = room.relative_to(PACKAGE).as_posix()
        path = room / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
        catalogue = read(path) if path.exists() else Catalog(locale=LANGUAGE)
        found = found_in(room)
        if found and path.exists() and catalogue.num_plurals != PLURALS:
            problems.append(Problem(name, f"the header must give nplurals={PLURALS}"))
        messages = {_key(message): message for message in catalogue if message.id}
        problems += [Problem(name, text) for text in _compare(found, messages)]
        for key, message in messages.items():
            answers[key][_strings(message)].append(name)
    for key, variants in answers.items():
        if len(variants) > 1:
            said = "; ".join(f"{'/'.join(texts)} ({', '.join(where)})" for texts, where in variants.items())
            problems.append(Problem("several rooms", f"{_show(key)} is said in different words: {said}"))
    return problems


def _compare(found: list[Found], messages: dict[Key, Message]) -> Iterator[str]:
    asked: dict[Key, Found] = {}
    for one in found:
        earlier = asked.setdefault(one.key, one)
        if one.plural and not earlier.plural:
            asked[one.key] = one
    for key, one in asked.items():
        if re.search("[А-яЁё]", key[1]):
            yield f"not English: {_show(key)} at {one.place}"
        if key not in messages:
            yield f"missing: {_show(key)} at {one.place}"
            continue
        yield from _faults(key, one, messages[key])
    for key in messages.keys() - asked.keys():
        yield f"no longer used: {_show(key)}"


def _faults(key: Key, one: Found, message: Message) -> Iterator[str]:
    strings = _strings(message)
    if not all(strings):
        yield f"not translated: {_show(key)} at {one.place}"
        return
    if message.fuzzy:
        yield f"marked fuzzy: {_show(key)}"
    if one.plural:
        if not isinstance(message.id, tuple) or len(strings) != PLURALS:
            yield f"needs {PLURALS} plural forms: {_show(key)} at {one.place}"
            return
        # The Russian singular also serves 21 and 31: it carries the number wherever the English plural does.
        wanted = _placeholders(one.plural)
    else:
        wanted = _placeholders(key[1])
    for text in strings:
        if _placeholders(text) != wanted:
            yield f"placeholders differ: {_show(key)} is «{text}»"


def _extract(path: Path, source: bytes) -> Iterator[Found]:
    found = extract("python", BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"})
    for line, text, _comments, context in found:
        singular, plural = (text, "") if isinstance(text, str) else (text[0], text[1])
        place = f"{path.relative_to(PACKAGE).as_posix()}:{line}"
        yield Found((context or "", singular), plural, place)


def _as_python(path: Path) -> bytes:
    """A template as the calls it stands for; the rest is blanked out and its indentation dropped."""
    from django.utils.translation.template import templatize

    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.strip() for line in text.splitlines()).encode()


def _key(message: Message) -> Key:
    singular = message.id[0] if isinstance(message.id, tuple) else message.id
    return (message.context or "", str(singular))


def _strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string or "",)


def _placeholders(text: str) -> list[str]:
    """The placeholders of a sentence; a doubled percent sign is none."""
    return sorted(set(PLACEHOLDER.findall(text.replace("%%", ""))))


def _show(key: Key) -> str:
    context, text = key
    short = " ".join(text.split())
    short = short if len(short) <= 90 else short[:89] + "…"
    return f"“{short}”" + (f" [{context}]" if context else "")


def by_room(problems: Iterable[Problem]) -> dict[str, list[str]]:
    """The problems, gathered for printing."""
    result: dict[str, list[str]] = defaultdict(list)
    for problem in problems:
        result[problem.room].append(problem.text)
    return dict(result)
