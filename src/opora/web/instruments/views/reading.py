"""Assessment forms to read: all of them, one with its sections and items, its former versions."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.access.rules import can
from opora.common.errors import NotFound
from opora.common.language import said
from opora.instruments import queries
from opora.instruments.queries import definition_of
from opora.instruments.rules import Definition, Item, Level
from opora.programs.queries import list_programs
from opora.web.instruments.draft_page import words_of
from opora.web.instruments.forms import LEVELS
from opora.web.shell.asking import actor_of


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item in words: whom it rates, when it is weak, what its answers mean."""

    code: str
    text: str
    whom: str
    weak_if: str
    anchors: tuple[tuple[str, str], ...]
    is_safety: bool
    is_reversed: bool


def list_forms(request: HttpRequest) -> HttpResponse:
    """Every form in force with the programs that use it, and those that are worked on."""
    actor = actor_of(request)
    programs = list_programs(actor=actor)
    lines = []
    for version in queries.forms_in_force(actor=actor):
        definition = definition_of(version)
        used = [one.name for one in programs if one.instrument_code == definition.code]
        lines.append((definition.code, said(definition.title), version.number, len(definition.items), ", ".join(used)))
    drafts = [
        (one.code, words_of(one.form) or one.code, one.base.number if one.base else 0, one.changed_at, one.changed_by)
        for one in queries.open_drafts(actor=actor)
    ]
    context = {
        "lines": lines,
        "drafts": drafts,
        "dropped": queries.dropped_new_forms(actor=actor),
        "may_change": can(actor, "practice.manage"),
    }
    return render(request, "instruments/list.html", context)


def show_form(request: HttpRequest, code: str) -> HttpResponse:
    """The form in force."""
    return _shown(request, code, None)


def show_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One version of a form, in force or not."""
    return _shown(request, code, number)


def _shown(request: HttpRequest, code: str, number: int | None) -> HttpResponse:
    actor = actor_of(request)
    versions = queries.versions_of(actor=actor, code=code)
    version = next((one for one in versions if number in (None, one.number)), None)
    if version is None:
        raise NotFound
    definition = definition_of(version)
    context = {
        "code": code,
        "title": said(definition.title),
        "about": said(definition.about) if definition.about else "",
        "version": version,
        "versions": versions,
        "is_in_force": version.number == versions[0].number,
        "programs": ", ".join(one.name for one in list_programs(actor=actor) if one.instrument_code == code),
        "draft_state": queries.state_of_draft(actor=actor, code=code),
        "may_change": can(actor, "practice.manage"),
        **read_out(definition),
    }
    return render(request, "instruments/form.html", context)


def read_out(definition: Definition) -> dict[str, Any]:
    """A form in words: its answers, its sections with their items."""
    scale = definition.scale
    return {
        "answers": [
            (
                said(one.label),
                said(one.meaning) if one.meaning else "",
                border_of(one.value, scale.weak_from, scale.critical_from),
            )
            for one in scale.levels
        ],
        "sections": [
            (one.code, said(one.title), [_item(definition, item) for item in one.items]) for one in definition.sections
        ],
    }


def border_of(value: int, weak_from: int, critical_from: int) -> str:
    """Whether an answer makes a side weak or critical, in a word."""
    if value >= critical_from:
        return _("critical")
    return _("weak") if value >= weak_from else ""


def _item(definition: Definition, item: Item) -> ItemLine:
    labels = [said(one.label) for one in definition.scale.levels]
    return ItemLine(
        item.code,
        said(item.text),
        whom(str(item.level), item.age_min, item.age_max),
        said(item.weak_if) if item.weak_if else "",
        tuple(zip(labels, (said(one) for one in item.anchors), strict=False)),
        item.safety,
        item.is_reversed,
    )


def whom(level: str, low: int | None, high: int | None) -> str:
    """Whom an item rates, with the ages of the children it asks about."""
    name = str(dict(LEVELS).get(level, level))
    if level != Level.CHILD:
        return name
    if low is not None and high is not None:
        spoken = ngettext("%(whom)s from %(low)s to %(high)s year", "%(whom)s from %(low)s to %(high)s years", high)
        return spoken % {"whom": name, "low": low, "high": high}
    if low is not None:
        return ngettext("%(whom)s from %(low)s year", "%(whom)s from %(low)s years", low) % {"whom": name, "low": low}
    if high is not None:
        return ngettext("%(whom)s up to %(high)s year", "%(whom)s up to %(high)s years", high) % {
            "whom": name,
            "high": high,
        }
    return name
