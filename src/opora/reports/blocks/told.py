"""Blocks that people told: narrative, steps of a calendar plan, events, publications, how the practice is regulated."""

from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.catalogue.queries import catalogues
from opora.common.language import said
from opora.groups.queries.between import meetings_between
from opora.instruments.queries import definition_of as form_of
from opora.instruments.queries import list_versions
from opora.logic.queries import models_in_force
from opora.pathways.queries import definition_of, latest_versions
from opora.programs.queries import list_programs
from opora.reports.blocks.work import Asked, Drawn, nothing, to_choose
from opora.reports.model import Block, Cell, Column, Quote, Table, Text
from opora.reports.rules.control_points import read_steps
from opora.voice.queries import quotes_to_publish, told_between

MOST = 300


def text(asked: Asked) -> Drawn:
    """Paragraphs as they were typed."""
    paragraphs = [" ".join(one.split()) for one in asked.text.split("\n\n")]
    return Drawn([Text(one) for one in paragraphs if one])


def steps(asked: Asked) -> Drawn:
    """Steps of a calendar plan, planned and reached; a step without a day reached is not reached yet."""
    found = list(read_steps(str(asked.options.get("lines") or "")))
    if not found:
        return to_choose(_("No control point is written down yet."))
    rows = [(one.what, one.planned, one.reached, "" if one.reached else _("not reached yet")) for one in found]
    columns = [
        Column(pgettext("report", "Control point")),
        Column(pgettext("report", "Planned"), "day"),
        Column(pgettext("report", "Reached"), "day"),
        Column(pgettext("report", "Remark")),
    ]
    note = _("Entered by hand from the calendar plan.")
    return Drawn([Table(pgettext("sheet", "Control points"), columns, rows, note=note)])


def events(asked: Asked) -> Drawn:
    """Meetings of groups and events of the period: the day they were planned for, and whether they were held."""
    held = meetings_between(actor=asked.actor, first=asked.first, last=asked.last)
    only = asked.program
    found = list(islice((one for one in held if only is None or one.program_id in (None, only.pk)), MOST + 1))
    if not found:
        return nothing(_("No event was recorded in this period."))
    rows = [
        (one.title, one.kind, one.on, one.on if one.is_held else None, "" if one.is_held else _("not held"))
        for one in found[:MOST]
    ]
    columns = [
        Column(pgettext("report", "Event")),
        Column(_("Kind")),
        Column(pgettext("report", "Planned"), "day"),
        Column(pgettext("report", "Held"), "day"),
        Column(pgettext("report", "Remark")),
    ]
    note = _("There are more events; these are the first %(rows)s.") % {"rows": MOST} if len(found) > MOST else ""
    return Drawn([Table(pgettext("sheet", "Events"), columns, rows, note=note)])


def published(asked: Asked) -> Drawn:
    """What was published in the period, with its address."""
    found = list(islice(told_between(actor=asked.actor, first=asked.first, last=asked.last), MOST))
    if not found:
        return nothing(_("No publication was recorded in this period."))
    rows = [(one.on, str(one.get_kind_display()), one.title, one.place, one.link) for one in found]
    columns = [
        Column(_("Day"), "day"),
        Column(_("Kind")),
        Column(pgettext("voice", "Title")),
        Column(_("Where")),
        Column(_("Link")),
    ]
    return Drawn([Table(pgettext("sheet", "Publications"), columns, rows)])


def practice(asked: Asked) -> Drawn:
    """How the work is regulated: process, catalogue, models and forms as they are published, each by its version."""
    code = asked.program.code if asked.program is not None else ""
    names = {one.code: one.name for one in list_programs(actor=asked.actor)}
    rows: list[tuple[Cell, ...]] = []
    for route in latest_versions():
        if not code or code in route.programs:
            rows.append((_("Process"), said(definition_of(route).title), route.number, route.sha256[:12]))
    for one in models_in_force():
        if not code or code in one.programs:
            rows.append((_("Logic model"), said(one.model.title), one.number, ""))
    for catalogue in catalogues(actor=asked.actor):
        if not code or code in catalogue.programs:
            whose = ", ".join(names[one] for one in catalogue.programs if one in names)
            rows.append((_("Catalogue of services"), whose or catalogue.code, catalogue.number, ""))
    for version in list_versions(actor=asked.actor):
        rows.append((_("Form"), said(form_of(version).title), version.number, version.sha256[:12]))
    columns = [
        Column(pgettext("report", "What")),
        Column(pgettext("report", "Name")),
        Column(_("version"), "count"),
        Column(_("Fingerprint")),
    ]
    return Drawn([Table(pgettext("sheet", "Practice"), columns, rows)]) if rows else nothing(_("Nothing is published."))


def quotes(asked: Asked) -> Drawn:
    """Words of families with a consent to publication in force; of others only how many were taken out is said."""
    wanted = [int(one) for one in asked.options.get("quotes") or ()]
    found = {one.id: one for one in quotes_to_publish(actor=asked.actor, on=asked.on, numbers=wanted)}
    shown = [one for one in wanted if one in found]
    blocks: list[Block] = [Quote(found[one].text, found[one].whose, one) for one in shown]
    if gone := len(wanted) - len(shown):
        blocks.append(Text(_("Taken out, because no consent to publication is in force: %(n)s") % {"n": gone}, "quiet"))
    if not blocks:
        return to_choose(_("No words of families are chosen."))
    return Drawn(blocks, quotes=shown)
