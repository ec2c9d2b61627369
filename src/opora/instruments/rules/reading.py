"""Reading a form from its TOML file: either a whole definition or every mistake in it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from opora.common.findings import WARNING, Finding, Place, has_errors
from opora.common.findings import mark as _
from opora.common.toml_table import Table
from opora.common.toml_text import Notes, parse_toml
from opora.instruments.rules.definition import Definition, Item, Level, Scale, ScaleLevel, Scoring, Section

OLDEST_CHILD = 18
MOST_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: the definition (None when something must be mended) and all findings.

    `as_far` is the form as far as it could be read, to be compared with former versions while it is still mended.
    """

    definition: Definition | None
    findings: tuple[Finding, ...]
    as_far: Definition | None = None


def read_instrument(source: str, file: str = "instrument.toml") -> Reading:
    """Read the text of one form file. Never raises; `file` is the name shown in the findings."""
    notes = Notes(file, source)
    data = parse_toml(notes, source)
    if data is None:
        return Reading(None, tuple(notes.findings))
    return _read(data, notes)


def read_form(data: Mapping[str, Any], file: str = "instrument.toml") -> Reading:
    """Read a form from the plain values of its file, as the editor keeps it. Never raises."""
    return _read(data, Notes(file))


def _read(data: Mapping[str, Any], notes: Notes) -> Reading:
    top = Table(data, Place(_("head of the form")), notes)
    code = top.code()
    version = top.number("version", low=1) or 1
    title = top.text("title", longest=120)
    about = top.text("about", required=False, longest=2000)
    scoring = top.choice("scoring", tuple(Scoring), default=Scoring.COUNT_WEAK)
    scale_data = top.table("scale")
    scale = _read_scale(scale_data, notes)
    sections = _read_sections(top, _answers_of(scale_data), notes)
    top.finish()
    _check_items(sections, notes)
    if scale is not None:
        _tell_reversed(sections, scale, notes)
    findings = tuple(notes.findings)
    if scale is None:
        return Reading(None, findings)
    definition = Definition(
        code=code,
        version=version,
        title=title,
        about=about,
        scoring=Scoring(scoring),
        scale=scale,
        sections=sections,
    )
    return Reading(None if has_errors(findings) else definition, findings, definition)


def _read_scale(data: dict[str, Any] | None, notes: Notes) -> Scale | None:
    if data is None:
        return None
    table = Table(data, Place(_("scale")), notes)
    levels = tuple(_read_level(part, notes) for part in table.tables("level", inside="scale"))
    values = [level.value for level in levels]
    weak_from = table.number("weak_from", high=99)
    critical_from = table.number("critical_from", required=False, high=99)
    table.finish()
    if len(levels) < 2:
        table.note(_("The scale has fewer than two answers."), _("Describe each answer in a [[scale.level]]."))
        return None
    if values != sorted(set(values)):
        table.note(
            _("The values of the scale are %(values)s."),
            _(
                "Write the answers from best to worst with growing, different values: 0, 1, 2, 3. The best answer has "
                "the smallest value; where more is better in your form, give the values anew."
            ),
            values=", ".join(map(str, values)),
        )
        return None
    critical = values[-1] if critical_from is None else critical_from
    is_sound = weak_from is not None
    if weak_from is not None and weak_from not in values[1:]:
        table.note(
            _("“weak_from” is %(value)s, but the scale has no such answer past the best one."),
            _("Name the value from which a side counts as weak: one of %(values)s."),
            value=weak_from,
            values=", ".join(map(str, values[1:])),
        )
        is_sound = False
    if critical not in values or (is_sound and critical < (weak_from or 0)):
        table.note(
            _("“critical_from” is %(value)s."),
            _("Name a value of the scale that is not better than weak_from (%(weak_from)s)."),
            value=critical,
            weak_from="—" if weak_from is None else weak_from,
        )
        is_sound = False
    return Scale(levels, weak_from or 0, critical) if is_sound else None


def _answers_of(data: dict[str, Any] | None) -> int | None:
    """How many answers the scale has, whatever else is wrong with it; None where that cannot be told."""
    levels = (data or {}).get("level")
    return len(levels) if isinstance(levels, list) and len(levels) > 1 else None


def _tell_reversed(sections: tuple[Section, ...], scale: Scale, notes: Notes) -> None:
    """No machine sees whether an item runs the other way: a remark tells how it will be counted."""
    codes = [item.code for section in sections for item in section.items if item.is_reversed]
    if codes:
        notes.add(
            Place(_("scale")),
            _("Counted from the other end: %(codes)s. There “%(best)s” is the worst answer and “%(worst)s” the best."),
            _("Read the words of these items once more with that in mind."),
            severity=WARNING,
            codes=", ".join(codes),
            best=scale.levels[0].label.ru,
            worst=scale.levels[-1].label.ru,
        )


def _read_level(data: dict[str, Any], notes: Notes) -> ScaleLevel:
    table = Table(data, Place(_("answer %(name)s of the scale"), str(data.get("value", "?"))), notes)
    value = table.number("value", high=99)
    level = ScaleLevel(
        value=-1 if value is None else value,
        label=table.text("label", longest=60),
        short=table.text("short", required=False, longest=20),
        meaning=table.text("meaning", required=False, longest=200),
    )
    table.finish()
    return level


def _read_sections(top: Table, answers: int | None, notes: Notes) -> tuple[Section, ...]:
    sections: list[Section] = []
    position = 0
    for number, data in enumerate(top.tables("section"), 1):
        name = str(data.get("code", f"№ {number}"))
        table = Table(data, Place(_("section %(name)s"), name), notes, notes.line_of("code", name))
        code = table.code(example='code = "1"')
        title = table.text("title", longest=80)
        items: list[Item] = []
        for part in table.tables("item", inside="section"):
            items.append(_read_item(part, position, answers, notes))
            position += 1
        table.finish()
        if not items and isinstance(data.get("item", []), list):
            table.note(_("The section has no items."), _("Add a [[section.item]] or remove the section."))
        sections.append(Section(code, title, tuple(items)))
    if not sections and "section" in top.data:
        top.note(_("The form has no sections."), _("Add at least one [[section]] with items."))
    return tuple(sections)


def _read_item(data: dict[str, Any], order: int, answers: int | None, notes: Notes) -> Item:
    name = str(data.get("code", f"№ {order + 1}"))
    table = Table(data, Place(_("item %(name)s"), name), notes, notes.line_of("code", name))
    position = table.number("position", required=False, high=MOST_ITEMS - 1)
    level = table.choice("level", tuple(Level))
    item = Item(
        code=table.code(example='code = "4.1"'),
        position=order if position is None else position,
        level=Level(level) if level else Level.FAMILY,
        text=table.text("text", longest=200),
        weak_if=table.text("weak_if", required=False, longest=300),
        anchors=table.texts("anchors", answers) if answers else (),
        safety=table.yes("safety"),
        age_min=table.number("age_min", required=False, high=OLDEST_CHILD),
        age_max=table.number("age_max", required=False, high=OLDEST_CHILD),
        replaces=table.code("replaces", required=False, example='replaces = "4.1"'),
        reworded=table.yes("reworded"),
        is_reversed=table.yes("reversed"),
    )
    _check_ages(table, item, bool(level))
    if not item.weak_if and "anchors" not in data:
        table.note(
            _("Nothing tells the specialist when this side is weak."),
            _("Add weak_if.ru or anchors.ru, so that two people rate alike."),
            severity=WARNING,
        )
    if answers is None:
        table.pass_over("anchors")
    table.finish()
    return item


def _check_ages(table: Table, item: Item, level_known: bool) -> None:
    if item.age_min is not None and item.age_max is not None and item.age_min > item.age_max:
        table.note(
            _("The item is for children from %(low)s to %(high)s years: nobody is that old."),
            _("Make age_min not greater than age_max."),
            low=item.age_min,
            high=item.age_max,
        )
    has_age_rule = item.age_min is not None or item.age_max is not None
    if level_known and item.level is not Level.CHILD and has_age_rule:
        table.note(
            _("An age rule stands on an item that does not rate a child."),
            _('Remove age_min and age_max, or write level = "child".'),
        )


def _check_items(sections: tuple[Section, ...], notes: Notes) -> None:
    """What only the whole form shows: codes and positions that stand twice, wrong replacements."""
    items = [item for section in sections for item in section.items]
    for code, times in Counter(section.code for section in sections if section.code).items():
        if times > 1:
            notes.add(
                Place(_("section %(name)s"), code),
                _("The section code stands %(times)s times."),
                _("Give every section its own code."),
                times=times,
            )
    for code, times in Counter(item.code for item in items if item.code).items():
        if times > 1:
            notes.add(
                Place(_("item %(name)s"), code),
                _("The item code stands %(times)s times."),
                _("Give every item its own code: an answer is stored under it."),
                line=notes.line_of("code", code),
                times=times,
            )
    by_position: dict[int, list[str]] = {}
    for item in items:
        by_position.setdefault(item.position, []).append(item.code)
    for position, codes in by_position.items():
        if len(codes) > 1:
            notes.add(
                Place(_("item %(name)s"), codes[-1]),
                _("Position %(position)s is taken by the items %(codes)s."),
                _("Give every item its own position; a new item takes the next free number."),
                line=notes.line_of("code", codes[-1]),
                position=position,
                codes=", ".join(codes),
            )
    known = {item.code for item in items}
    for item in items:
        if item.replaces and item.replaces in known:
            notes.add(
                Place(_("item %(name)s"), item.code),
                _("The item replaces “%(old)s”, which is still in the form."),
                _("Remove the old item, or the line “replaces”."),
                line=notes.line_of("code", item.code),
                old=item.replaces,
            )
    if len(items) > MOST_ITEMS:
        notes.add(Place(), _("The form has %(count)s items."), _("Keep it under 500."), count=len(items))
