"""Indicators as a file of a practice: indicators.toml, read with every mistake at once, and written the same way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from opora.common.findings import Finding, Place, has_errors
from opora.common.findings import mark as _
from opora.common.toml_table import Table
from opora.common.toml_text import Notes, near_word, parse_toml
from opora.indicators import FILE
from opora.indicators.rules.composing import EVERYWHERE, problems_of
from opora.indicators.rules.measure import of_fields
from opora.indicators.rules.measures import MEASURES
from opora.indicators.rules.periods import PeriodRule

_INDICATOR = _("indicator %(name)s")


@dataclass(frozen=True, slots=True)
class Composed:
    """An indicator as it is written: a measure with filters, and the split it is told by first."""

    code: str
    title: str
    about: str = ""
    measure: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split: str = ""
    period_rule: str = ""


def read_indicators(text: str, file: str = FILE) -> tuple[tuple[Composed, ...], tuple[Finding, ...]]:
    """The indicators of a file (none where something must be mended) and all findings. Never raises."""
    notes = Notes(file, text)
    data = parse_toml(notes, text)
    if data is None:
        return (), tuple(notes.findings)
    top = Table(data, Place(), notes)
    found = [_read(part, notes) for part in top.tables("indicator")]
    top.finish()
    for code in {one.code for one in found if [other.code for other in found].count(one.code) > 1 and one.code}:
        notes.add(Place(_INDICATOR, code), _("Two indicators have this code."), _("Give each a code of its own."))
    return () if has_errors(notes.findings) else tuple(found), tuple(notes.findings)


def _read(data: Mapping[str, object], notes: Notes) -> Composed:
    code = str(data.get("code", ""))
    table = Table(data, Place(_INDICATOR, code), notes, notes.line_of("code", code))
    filters: dict[str, tuple[str, ...]] = {}
    for name, codes in (table.table("filters", required=False) or {}).items():
        if isinstance(codes, list) and codes and all(isinstance(one, str) for one in codes):
            filters[name] = tuple(sorted(set(codes)))
        else:
            table.note(_("The filter “%(name)s” is no list of codes."), _('Write: %(name)s = ["…"]'), name=name)
    made = Composed(
        table.word("code", example='code = "calls-at-night"'),
        table.text("title", longest=200).ru,
        table.text("about", required=False, longest=600).ru,
        table.word("measure", example='measure = "IND-01"'),
        filters,
        table.word("split", required=False),
        table.word("period_rule", required=False),
    )
    table.finish()
    _check(made, table)
    return made


def _check(made: Composed, table: Table) -> None:
    if not made.code or not made.title or not made.measure:
        return
    problems = problems_of(
        code=made.code,
        title=made.title,
        about=made.about,
        measure=made.measure,
        filters=made.filters,
        split=made.split,
        period_rule=made.period_rule,
    )
    known = MEASURES.get(made.measure)
    splits = [one.code for one in known.splits] if known is not None else []
    if "code" in problems:
        table.note(
            _("The code “%(code)s” cannot be taken."),
            _("Use Latin letters, digits and hyphens, 40 at most; codes with IND- are those of the catalogue."),
            code=made.code,
        )
    if "measure" in problems:
        table.note(
            _("There is no measure “%(measure)s”."),
            _("Take a code of the list of indicators, such as %(near)s."),
            measure=made.measure,
            near=near_word(made.measure, MEASURES) or "IND-01",
        )
    if "filters" in problems:
        on_trust = () if known is None or known.is_whole else of_fields(made.filters)
        wrong = [name for name in made.filters if name not in splits and name not in on_trust]
        table.note(
            _("The measure cannot be narrowed by %(names)s."),
            _("It can be narrowed by: %(known)s."),
            names=", ".join(wrong),
            known=", ".join(splits) or "–",
        )
    if "period_rule" in problems:
        table.note(
            _("There is no rule of the period “%(rule)s”."),
            _("It can be: %(known)s."),
            rule=made.period_rule,
            known=", ".join(one for one in PeriodRule if one),
        )
    if "split" in problems:
        table.note(
            _("The measure cannot be told apart by “%(split)s”."),
            _("It can be told apart by: %(known)s."),
            split=made.split,
            known=", ".join([*(one for one in EVERYWHERE if one), *splits]),
        )


def write_indicators(indicators: Iterable[Composed]) -> str:
    """The file that reads back as these indicators."""
    return "\n".join("\n".join(_written(one)) + "\n" for one in indicators)


def _written(one: Composed) -> Iterable[str]:
    yield "[[indicator]]"
    for name in ("code", "title", "about", "measure", "split", "period_rule"):
        if value := getattr(one, name):
            # A string of JSON is one of TOML too.
            yield f"{'title.ru' if name == 'title' else 'about.ru' if name == 'about' else name} = {_quoted(value)}"
    for number, (name, codes) in enumerate(sorted(one.filters.items())):
        if not number:
            yield "[indicator.filters]"
        yield f"{name} = [{', '.join(map(_quoted, codes))}]"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
