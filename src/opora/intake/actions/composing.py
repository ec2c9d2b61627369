"""The first text of the analytic report, composed from what was recorded on the path (S4-30)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import day_of, show_day
from opora.families import queries as families
from opora.families.rules.childhood import ADULTS
from opora.families.sealing import opened
from opora.intake.models import ContactRecord, Referral, RiskForm, SourceNote, Visit
from opora.intake.queries import channel_words
from opora.intake.rules.visits import NOTE as ON_THE_SPOT
from opora.intake.words import LEVELS, RESOURCES, RISKS, STRENGTHS
from opora.process.models import Route
from opora.process.queries import workable


@transaction.atomic
def compose_report(*, actor: Actor, route_id: int, on: date) -> dict[str, str]:
    """The sections that can be filled from the signal, contacts, visits and the form of risks; journaled.

    What nobody recorded stays empty: the report invents nothing.
    """
    route = workable(actor=actor, route_id=route_id)
    referral = Referral.objects.filter(route=route).first()
    contacts = list(ContactRecord.objects.filter(route=route).order_by("on", "pk")[:100])
    visits = list(Visit.objects.filter(route=route).exclude(held_on=None).order_by("held_on", "pk")[:20])
    notes = list(SourceNote.objects.filter(route=route).order_by("on", "pk")[:50])
    form = RiskForm.objects.filter(route=route).order_by("-pk").first()
    reports = [opened(visit, "report") for visit in visits if visit.report is not None]
    homes = [text.get(part, "") for text in reports for part in ("home", ON_THE_SPOT)]
    sections = {
        "situation": _joined([_signal(referral), *homes]),
        "sources": _joined([_source(referral), *map(_contact, contacts), *map(_visit, visits), *map(_note, notes)]),
        "family": _family(route, on),
        "risks": _joined([*_risks(form), *(text.get("safety_notes", "") for text in reports)]),
        "resources": _joined([*_resources(form), *(text.get("resources", "") for text in reports)]),
        "needs": _needs(form),
        "unknowns": _unknowns(form),
        "options": _joined(text.get("proposals", "") for text in reports),
    }
    audit.record(actor=actor, verb="intake.report_composed", case_id=route.case_id, route=route.pk)
    return {name: text for name, text in sections.items() if text}


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)


def _signal(referral: Referral | None) -> str:
    if referral is None or referral.told is None:
        return ""
    return str(opened(referral, "told").get("story", ""))


def _source(referral: Referral | None) -> str:
    if referral is None:
        return ""
    return _("Signal of %(day)s: %(source)s, %(channel)s.") % {
        "day": show_day(day_of(referral.received_at)),
        "source": referral.get_source_display(),
        "channel": channel_words().get(referral.channel, referral.channel),
    }


def _contact(contact: ContactRecord) -> str:
    return _("Contact of %(day)s %(how)s: %(whom)s, %(result)s.") % {
        "day": show_day(contact.on),
        "how": contact.get_kind_display(),
        "whom": contact.get_party_display(),
        "result": contact.get_result_display(),
    }


def _visit(visit: Visit) -> str:
    return _("Visit of %(day)s: %(safety)s.") % {
        "day": show_day(visit.held_on),
        "safety": visit.get_safety_display(),
    }


def _note(note: SourceNote) -> str:
    return _("Information of %(day)s, %(source)s: %(text)s") % {
        "day": show_day(note.on),
        "source": note.get_kind_display(),
        "text": opened(note, "told").get("text", ""),
    }


def _family(route: Route, on: date) -> str:
    if route.family_id is None:
        return ""
    adults = [person.code for person in families.who_are(route.family_id, *ADULTS, on=on)]
    children = [person.code for person in families.children_of_family(route.family_id, on=on)]
    return _("Adults: %(adults)s. Children: %(children)s.") % {
        "adults": ", ".join(adults) or "—",
        "children": ", ".join(children) or "—",
    }


def _risks(form: RiskForm | None) -> list[str]:
    if form is None:
        return []
    overall = _("Overall risk: %(level)s.") % {"level": LEVELS[form.level]}
    return [overall, *_named(form.risks, RISKS, LEVELS, leave_out={"none"})]


def _resources(form: RiskForm | None) -> list[str]:
    return _named(form.resources, RESOURCES, STRENGTHS, leave_out={"no"}) if form else []


def _needs(form: RiskForm | None) -> str:
    return opened(form, "needs") if form and form.needs is not None else ""


def _unknowns(form: RiskForm | None) -> str:
    if form is None:
        return ""
    return _joined(str(words) for code, words in RISKS.items() if code not in form.risks)


def _named(answers: dict[str, str], names: Any, levels: Any, *, leave_out: set[str]) -> list[str]:
    return [
        f"{names[code]}: {levels[level]}"
        for code, level in answers.items()
        if code in names and level in levels and level not in leave_out
    ]
