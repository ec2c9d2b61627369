"""Reading a catalogue from its file: either fit for publishing, or every mistake in it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from opora.catalogue.rules.catalogue import (
    CONFIDENTIALITY,
    FORMATS,
    GIVERS,
    HORIZONS,
    KINDS_442,
    MODES,
    PROVIDERS,
    Catalogue,
    DirectionPlan,
    OutcomeAim,
    ServicePlan,
)
from opora.common.findings import Finding, Place, has_errors
from opora.common.findings import mark as _
from opora.common.toml_table import Table
from opora.common.toml_text import Notes, near_word, parse_toml

SERVICES_FILE = "services.toml"
_SERVICE = _("service %(name)s")
_DIRECTION = _("direction %(name)s")
_OUTCOME = _("result %(name)s")


def read_catalogue(text: str, outcomes: Collection[str] = ()) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue (None where something must be mended) and all findings. Never raises.

    ``outcomes`` are codes of results that the practice names elsewhere, beside those of this file.
    """
    notes = Notes(SERVICES_FILE, text)
    data = parse_toml(notes, text)
    if data is None:
        return None, tuple(notes.findings)
    top = Table(data, Place(_("head of the catalogue")), notes)
    aims = tuple(_read_outcome(part, notes) for part in top.tables("outcome", required=False))
    directions = tuple(_read_direction(part, notes) for part in top.tables("direction"))
    top.finish()
    catalogue = Catalogue(directions, aims)
    _check_once([one.code for one in aims], _OUTCOME, notes)
    _check_once([one.code for one in directions], _DIRECTION, notes)
    _check_once([one.code for one in catalogue.services], _SERVICE, notes)
    for direction in directions:
        _check_labels(direction, notes)
    _check_outcomes(catalogue, {*outcomes, *(one.code for one in aims)}, notes)
    return None if has_errors(notes.findings) else catalogue, tuple(notes.findings)


def _read_outcome(data: Mapping[str, Any], notes: Notes) -> OutcomeAim:
    code = str(data.get("code", "?"))
    table = Table(data, Place(_OUTCOME, code), notes, notes.line_of("code", code, "outcome"))
    aim = OutcomeAim(
        code=table.word("code", example='code = "s1"'),
        horizon=table.choice("horizon", HORIZONS),
        title=table.text("title", longest=400),
        source=table.word("source", required=False),
        is_enabling=table.yes("enabling"),
    )
    table.finish()
    return aim


def _read_direction(data: Mapping[str, Any], notes: Notes) -> DirectionPlan:
    code = str(data.get("code", "?"))
    table = Table(data, Place(_DIRECTION, code), notes, notes.line_of("code", code, "direction"))
    direction = DirectionPlan(
        code=table.code(example='code = "d1"'),
        title=table.text("title", longest=300),
        services=tuple(_read_service(part, notes) for part in table.tables("service", inside="direction")),
        source=table.word("source", required=False),
        note=table.text("note", required=False, longest=1000),
    )
    table.finish()
    return direction


def _read_service(data: Mapping[str, Any], notes: Notes) -> ServicePlan:
    code = str(data.get("code", "?"))
    table = Table(data, Place(_SERVICE, code), notes, notes.line_of("code", code, "direction.service"))
    service = ServicePlan(
        code=table.code(example='code = "v1"'),
        title=table.text("title", longest=400),
        providers=_some(table, "providers", PROVIDERS, ("own",)),
        mode=table.choice("mode", MODES),
        formats=_some(table, "formats", FORMATS, ("individual",)),
        givers=_some(table, "givers", GIVERS, ()),
        confidentiality=table.choice("confidentiality", CONFIDENTIALITY, default="ordinary"),
        kind_442="" if (kind := table.choice("kind_442", (*KINDS_442, "none"), default="none")) == "none" else kind,
        outcomes=table.words("outcomes"),
        source=table.word("source", required=False),
        note=table.text("note", required=False, longest=1000),
        is_inner=table.yes("inner"),
    )
    table.finish()
    return service


def _some(table: Table, key: str, allowed: Sequence[str], usual: tuple[str, ...]) -> tuple[str, ...]:
    """A list of known words, each once; what is usual where nothing is said."""
    words = table.words(key)
    for word in words:
        if word not in allowed:
            near = near_word(word, allowed)
            table.note(
                _("“%(key)s” cannot have %(value)s."),
                _("Allowed: %(allowed)s. Perhaps you meant “%(near)s”.") if near else _("Allowed: %(allowed)s."),
                key=key,
                value=repr(word)[:60],
                allowed=", ".join(allowed),
                near=near,
            )
    return tuple(dict.fromkeys(words)) or usual


def _check_once(codes: Sequence[str], kind: str, notes: Notes) -> None:
    for code, times in Counter(code for code in codes if code).items():
        if times > 1:
            notes.add(
                Place(kind, code),
                _("The code stands twice."),
                _("A code is for ever: what was recorded is counted by it. Give each its own."),
                line=notes.line_of("code", code),
            )


def _check_labels(direction: DirectionPlan, notes: Notes) -> None:
    """Services of two directions may be called alike; within one nobody could tell them apart (S1-45)."""
    known: dict[str, str] = {}
    for service in direction.services:
        label = " ".join(service.title.ru.casefold().split())
        if label and label in known:
            notes.add(
                Place(_SERVICE, service.code),
                _("“%(other)s” of the same direction is called exactly so."),
                _("Say in the title what tells them apart: people choose by it."),
                line=notes.line_of("code", service.code, "direction.service"),
                other=known[label],
            )
        known.setdefault(label, service.code)


def _check_outcomes(catalogue: Catalogue, known: Collection[str], notes: Notes) -> None:
    for service in catalogue.services:
        for code in service.outcomes:
            if code not in known:
                notes.add(
                    Place(_SERVICE, service.code),
                    _("The result “%(code)s” is described nowhere in this practice."),
                    _("Describe it by [[outcome]], or name one of: %(known)s."),
                    line=notes.line_of("code", service.code, "direction.service"),
                    code=code,
                    known=", ".join(sorted(known)) or "—",
                )
