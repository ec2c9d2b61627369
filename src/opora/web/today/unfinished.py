"""What one began and has not sent: a quiet list that leads back to each form, and throws away what is not wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_http_methods

from opora.access.rules import Actor
from opora.common.dates import day_of, local, today
from opora.drafts import actions, queries
from opora.drafts.queries import BegunLine
from opora.reminders.rules import Reminder
from opora.web.shell.asking import actor_of
from opora.web.shell.intentions import once
from opora.web.shell.wording import write_day_in_words, write_near_day
from opora.web.today.families import Family, families_of

ROWS = 5


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A begun form: its name, the family it speaks of, when it was typed last, and what becomes of it."""

    id: int
    title: str
    path: str
    family: Family | None
    when: str
    note: str = ""
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class UnfinishedPart:
    """The first of them, and how many there are beyond."""

    rows: tuple[Unfinished, ...] = ()
    more: int = 0


def unfinished_for(actor: Actor) -> UnfinishedPart:
    """What stands on the page of a day."""
    found = queries.drafts_of(actor=actor)
    return UnfinishedPart(tuple(_rows(actor, found[:ROWS])), max(0, len(found) - ROWS))


@require_GET
def list_unfinished(request: HttpRequest) -> HttpResponse:
    """All of it."""
    actor = actor_of(request)
    rows = _rows(actor, queries.drafts_of(actor=actor))
    return render(request, "today/unfinished.html", {"part": UnfinishedPart(tuple(rows))})


@require_http_methods(["GET", "POST"])
def throw_away(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Asked once more, for nobody has these words elsewhere; a line about what is gone already goes at once."""
    actor = actor_of(request)
    back = reverse("today:unfinished") if request.GET.get("from") == "all" else reverse("today:today")
    line = queries.draft_of(actor=actor, draft_id=draft_id)
    if request.method == "POST":
        done = "" if line.is_gone else _("Thrown away.")
        return once(request, lambda: actions.throw_away(actor=actor, draft_id=draft_id), done=done, to=back)
    context = {
        "title": _("Throw this away?"),
        "text": _("%(form)s: what you typed is nowhere else. It cannot be brought back.") % {"form": _called(line)},
        "button": pgettext("draft", "Throw away"),
        "action": request.get_full_path(),
        "cancel_url": back,
        "danger": True,
    }
    return render(request, "shell/confirm.html", context)


def _rows(actor: Actor, found: Sequence[BegunLine]) -> list[Unfinished]:
    asked = {one.id: _reminder(one) for one in found if one.route_id or one.case_id}
    families = families_of(actor, asked.values()) if asked else {}
    return [_row(one, families[asked[one.id].name] if one.id in asked else None) for one in found]


def _reminder(one: BegunLine) -> Reminder:
    """As a row of the day, so that its family is called as in all other rows."""
    day = day_of(one.saved_at)
    return Reminder("begun", day, one.id, one.address, one.number, route_id=one.route_id, case_id=one.case_id)


def _row(one: BegunLine, family: Family | None) -> Unfinished:
    leads = not one.is_gone and one.why not in ("over", "shut", "lapsed")
    saved = local(one.saved_at)
    return Unfinished(
        id=one.id,
        title=_called(one),
        path=one.address if leads else "",
        family=family,
        when=_("%(day)s, %(clock)s") % {"day": write_near_day(saved.date(), today()), "clock": saved.strftime("%H:%M")},
        note=_note(one),
        is_gone=one.is_gone,
    )


def _called(one: BegunLine) -> str:
    return one.title or _("A begun form")


def _note(one: BegunLine) -> str:
    """What becomes of it, where it will not wait for ever."""
    whys = {
        "over": _("The work on it has ended, so this form cannot be sent any more."),
        "shut": _("This family is not open to you any more."),
        "idle": _("Nobody has gone on with it for a long time."),
        "lapsed": str(one.lapse or _("This form cannot be sent any more.")),
    }
    if one.why not in whys:
        return ""
    said = [whys[one.why]]
    if one.is_gone:
        said.append(_("What was typed is gone."))
    elif one.ends_on is not None:
        said.append(_("It will be gone on %(day)s.") % {"day": write_day_in_words(one.ends_on)})
    return " ".join(said)
