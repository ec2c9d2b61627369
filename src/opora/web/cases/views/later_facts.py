"""A closing day before something that happened with the family: asked about once, and done when it is confirmed."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import show_day, today
from opora.life import queries as life
from opora.web.shell.widgets import DayField

CONFIRMED = "is_day_right"
# What happened with the family; steps of the path and papers may well be written down after the last day of work.
FACTS = frozenset(
    {"visit", "contact", "observation", "aid", "step", "event", "task", "assessment", "conference", "risk", "source"}
)
_LOOKED_THROUGH, _NAMED = 60, 4


def ask_of_later_facts(request: HttpRequest, form: forms.Form, actor: Actor, case_id: int, name: str = "on") -> None:
    """Where the day typed lies before later facts, the form asks whether it is right; silence is no answer."""
    day = _typed_day(request, name)
    if day is None:
        return
    later = [
        line
        for line in life.life_of(actor=actor, case_id=case_id, limit=_LOOKED_THROUGH, on=today()).lines
        if line.source in FACTS and line.on > day and not (line.is_voided or line.is_ahead)
    ]
    if later:
        form.fields[CONFIRMED] = _question([(line.told.title, line.on) for line in later])
        form.order_fields(("revision", name, CONFIRMED))


def _typed_day(request: HttpRequest, name: str) -> date | None:
    if request.method != "POST":
        return None
    try:
        day: date | None = DayField(required=False).clean(request.POST.get(name, ""))
    except forms.ValidationError:
        return None
    return day


def _question(later: Sequence[tuple[str, date]]) -> forms.BooleanField:
    named = "; ".join(f"{title} {show_day(on)}" for title, on in later[:_NAMED])
    if len(later) > _NAMED:
        named = _("%(facts)s and more") % {"facts": named}
    asked = _("After this day is recorded: %(facts)s. Check the day, or confirm that the work ended then.")
    return forms.BooleanField(
        label=_("The day is right: the work ended then"), error_messages={"required": asked % {"facts": named}}
    )
