"""An XLSForm workbook read as a form: what an assessment form can say is kept, all else is told row by row.

An assessment form rates by one scale. So of the workbook it keeps the questions that choose among the answers of one
list, their groups as sections, and rules of age. Nothing is dropped in silence.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opora.common.findings import mark as _
from opora.common.toml_table import CODE
from opora.instruments.rules.definition import NOT_APPLICABLE, UNKNOWN, Level, Scoring
from opora.instruments.rules.writing import Form, without_nothing
from opora.instruments.rules.xlsform.ages import ages_in
from opora.instruments.rules.xlsform.sheets import (
    ASSUMED,
    KEPT,
    LEFT,
    Line,
    OwnSheet,
    RowTold,
    lines_of,
    number_in,
    text_in,
)
from opora.instruments.rules.xlsform.writing import OWN, SCALE

_OTHERS = {NOT_APPLICABLE, UNKNOWN, "n/a", "dk", "dont_know", "no_answer", "-1", "88", "98", "99", "888", "998", "999"}
_KNOWN_COLUMNS = {"type", "name", "label", "hint", "relevant", "required"}
_QUIET = {"start", "end", "today", "deviceid", "username", "phonenumber", "audit", "simserial", "subscriberid"}


@dataclass(frozen=True, slots=True)
class XlsReading:
    """The form that would come of the workbook (None where there is none in it), and every row that wants a word."""

    form: Form | None
    told: tuple[RowTold, ...]


def read_xlsform(sheets: Mapping[str, Sequence[tuple[int, Sequence[str]]]], code: str) -> XlsReading:
    """The form of a workbook; ``code`` serves where the workbook names none. Never raises."""
    named = {name.strip().casefold(): rows for name, rows in sheets.items()}
    survey = lines_of(named.get("survey", ()))
    told: list[RowTold] = []
    if not survey:
        told.append(RowTold("survey", 1, "", LEFT, _("The workbook has no sheet “survey”: it is no XLSForm.")))
        return XlsReading(None, tuple(told))
    choices = lines_of(named.get("choices", ()))
    own = OwnSheet(named.get(OWN, ()))
    scale_name = _scale_of(survey, choices)
    if not scale_name:
        told.append(RowTold("survey", 1, "", LEFT, _("No question chooses among the answers of a list.")))
        return XlsReading(None, tuple(told))
    scale = _scale(choices, scale_name, own, told)
    form = {**_head(lines_of(named.get("settings", ())), own, code), "scale": scale}
    form["section"] = _sections(survey, scale_name, own, told)
    return XlsReading(form, (*told, *_columns(survey)))


def _head(settings: Sequence[Line], own: OwnSheet, code: str) -> Form:
    said = settings[0] if settings else Line(0, {})
    head = own.head
    named = re.sub(r"[^a-z0-9_.]+", "_", said.get("form_id").casefold()).strip("_.")[:40]
    title = text_in(said.get("form_title") or head.get("title.ru", ""), head.get("title.en", ""))
    form = {
        "code": head.get("code") or (named if CODE.fullmatch(named) else code),
        "version": number_in(head.get("version", "")) or 1,
        "title": title,
        "about": text_in(head.get("about.ru", ""), head.get("about.en", "")),
        "scoring": head.get("scoring") or str(Scoring.COUNT_WEAK),
    }
    return without_nothing(form)


def _list_of(line: Line) -> str:
    """The list of answers a question chooses from, or ""."""
    match = re.match(r"select[_ ]one\s+(\S+)", line.get("type"), re.IGNORECASE)
    return match[1] if match else ""


def _scale_of(survey: Sequence[Line], choices: Sequence[Line]) -> str:
    """The list that most questions choose from, of those that have at least two answers."""
    sizes = Counter(one.get("list_name") or one.get("list name") for one in choices)
    asked = Counter(name for line in survey if (name := _list_of(line)) and sizes[name] > 1)
    return SCALE if asked[SCALE] else next((name for name, _times in asked.most_common(1)), "")


def _scale(choices: Sequence[Line], name: str, own: OwnSheet, told: list[RowTold]) -> Form:
    levels: list[Form] = []
    for line in choices:
        if (line.get("list_name") or line.get("list name")) != name:
            told.append(
                RowTold("choices", line.number, line.get("name"), LEFT, _("An answer of another list: it is not kept."))
            )
        elif line.get("name").casefold() in _OTHERS:
            if not own.head:
                told.append(
                    RowTold(
                        "choices", line.number, line.get("name"), LEFT,
                        _("“Does not apply” and “could not assess” stand at every question of their own accord."),
                    )
                )  # fmt: skip
        else:
            levels.append(_level(line, len(levels), own))
    borders = [number_in(own.head.get(one, "")) for one in ("weak_from", "critical_from")]
    if None in borders and len(levels) > 1:
        borders = [(len(levels) + 1) // 2, len(levels) - 1]
        told.append(
            RowTold(
                "choices", 1, name, ASSUMED,
                _("The first answer of the list is taken for the best; weak begins at “%(weak)s”. Look at the scale."),
                {"weak": levels[borders[0] or 0]["label"].get("ru", "")},
            )
        )  # fmt: skip
    return {"weak_from": borders[0], "critical_from": borders[1], "level": levels}


def _level(line: Line, place: int, own: OwnSheet) -> Form:
    label = text_in(line.get("label.ru"), line.get("label.en"))
    extra = own.answers.get(line.get("name"))
    if extra is None:
        return {"value": place, "label": label or {"ru": line.get("name")}}
    words = {"label": label, "short": text_in(extra[2], extra[3]), "meaning": text_in(extra[4], extra[5])}
    return {"value": place, **without_nothing(words)}


def _sections(survey: Sequence[Line], scale: str, own: OwnSheet, told: list[RowTold]) -> list[Form]:
    sections: dict[str, Form] = {
        code: {"code": code, "title": text_in(*titles), "item": []} for code, titles in own.sections.items()
    }
    numbers = {line.get("name") for line in survey if line.get("type").casefold() in ("integer", "int")}
    is_own = bool(own.items)
    opened: list[tuple[str, str]] = []  # kind and code of what is open
    for line in survey:
        kind = re.sub(r"[_ ]+", " ", line.get("type").casefold())
        if kind in ("begin group", "begin repeat"):
            opened.append((kind, _open(line, kind, opened, sections, told, is_own=is_own)))
        elif kind in ("end group", "end repeat"):
            if opened:
                opened.pop()
        elif _list_of(line) == scale:
            section = next((code for _kind, code in reversed(opened) if code), "")
            in_repeat = any(one == "begin repeat" for one, _code in opened)
            _take(line, section, in_repeat, numbers, sections, own, told)
        elif not is_own and (sentence := _left(line, kind, numbers, survey)):
            told.append(RowTold("survey", line.number, line.get("name"), LEFT, sentence))
    full = [one for one in sections.values() if one["item"] or is_own]
    return _in_place(full) if is_own else full


def _open(
    line: Line, kind: str, opened: Sequence[tuple[str, str]], sections: dict[str, Form], told: list[RowTold], *,
    is_own: bool,
) -> str:  # fmt: skip
    """A group becomes a section; one within a section stays part of it, a repeat asks about each child."""
    if is_own:
        return ""
    if kind == "begin repeat":
        told.append(
            RowTold(
                "survey", line.number, line.get("name"), ASSUMED,
                _("A repeat: the questions in it are taken for questions about each child."),
            )
        )  # fmt: skip
    title = text_in(line.get("label.ru"), line.get("label.en")) or {"ru": line.get("name")}
    if any(code for _kind, code in opened):
        told.append(
            RowTold(
                "survey", line.number, line.get("name"), LEFT,
                _("A group within a group: its questions stand in the section around it."),
            )
        )  # fmt: skip
        return ""
    code = str(len(sections) + 1)
    sections[code] = {"code": code, "title": title, "item": []}
    return code


def _take(
    line: Line, section: str, in_repeat: bool, numbers: set[str], sections: dict[str, Form], own: OwnSheet,
    told: list[RowTold],
) -> None:  # fmt: skip
    """A question that chooses among the answers of the scale becomes an item."""
    extra = own.items.get(line.get("name"), {})
    section = extra.get("section") or section
    if section not in sections:
        section = section or str(len(sections) + 1)
        sections[section] = {"code": section, "title": {"ru": "Общее", "en": "General"}, "item": []}
    items: list[Form] = sections[section]["item"]
    low, high, is_age = _ages(line, numbers, told)
    level = extra.get("level") or (str(Level.CHILD) if in_repeat or is_age else str(Level.FAMILY))
    if not extra:
        told.append(
            RowTold(
                "survey",
                line.number,
                line.get("name"),
                KEPT,
                _("An item of section %(section)s."),
                {"section": section},
            )
        )
    hint = text_in(line.get("hint.ru"), line.get("hint.en"))
    position = sum(len(one["item"]) for one in sections.values())
    said = number_in(extra.get("position", ""))
    item = {
        "level": level,
        "text": text_in(line.get("label.ru"), line.get("label.en")) or {"ru": line.get("name")},
        "weak_if": text_in(extra.get("weak_if.ru", ""), extra.get("weak_if.en", "")) if extra else hint,
        "anchors": _anchors(extra),
        "safety": bool(extra.get("safety")),
        "age_min": low,
        "age_max": high,
        "replaces": extra.get("replaces", ""),
        "reversed": bool(extra.get("reversed")),
    }
    code = extra.get("code") or f"{section}.{len(items) + 1}"
    items.append({"code": code, "position": position if said is None else said, **without_nothing(item)})


def _ages(line: Line, numbers: set[str], told: list[RowTold]) -> tuple[int | None, int | None, bool]:
    """The rule of ages in the condition of a question; any other condition cannot be said by a form."""
    relevant = line.get("relevant")
    if not relevant:
        return None, None, False
    found = ages_in(relevant, numbers)
    if found is None:
        told.append(
            RowTold(
                "survey", line.number, line.get("name"), LEFT,
                _("The condition “%(condition)s” is not kept: only a child's age can be one. Everybody will be asked."),
                {"condition": relevant[:120]},
            )
        )  # fmt: skip
        return None, None, False
    return (*found, True)


def _anchors(extra: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for language in ("ru", "en"):
        try:
            texts = json.loads(extra.get(f"anchors.{language}") or "null")
        except ValueError:
            texts = None
        if isinstance(texts, list) and all(isinstance(one, str) for one in texts):
            found[language] = texts
    return found


def _left(line: Line, kind: str, numbers: set[str], survey: Sequence[Line]) -> str:
    """Why a row is not kept; nothing for what asks nobody anything."""
    name = line.get("name")
    if kind.split(" ")[0] in _QUIET:
        return ""
    if name in numbers:
        if any(f"${{{name}}}" in one.get("relevant") for one in survey):
            return _("The age is known from the card of the child: it is not asked again.")
        return _("A number: an assessment form keeps answers of its scale only.")
    if kind.startswith("select multiple"):
        return _("A choice of several answers is not kept: every item has one answer.")
    if kind.startswith("select"):
        return _("A question with another list of answers: a form rates by one scale.")
    if kind == "text":
        return _("A text: every item has a comment of its own already.")
    if kind == "note":
        return _("A note is not kept; write it into what the form is for.")
    if kind == "calculate":
        return _("A calculation is not kept: the score is counted by the rule of the form.")
    return _("A row of this kind is not kept.")


def _columns(survey: Sequence[Line]) -> Iterator[RowTold]:
    """Columns that say something and are not read, each once."""
    said = Counter(head for line in survey for head in line.cells)
    for head, times in said.items():
        if head.split(".")[0] not in _KNOWN_COLUMNS:
            data = {"column": head, "times": times}
            sentence = _("The column “%(column)s” is not kept, rows: %(times)s.")
            yield RowTold("survey", 1, head, LEFT, sentence, data)


def _in_place(sections: list[Form]) -> list[Form]:
    """Items of our own workbook stand apart by whom they rate; in the form they stand by their codes' places again."""
    for section in sections:
        section["item"].sort(key=lambda item: item["position"])
    return sections
