"""What was done in a case, and its summary for print."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.access.rules import Role
from opora.audit import queries as audit
from opora.audit.sentences import named_in, sentence, who_did
from opora.cases import actions, queries
from opora.cases.queries import CaseFile
from opora.common.dates import add_months, today
from opora.programs.role_words import role_word
from opora.web.shell.asking import actor_of

_HISTORY = 12
_ICONS = {
    "opened": "folder-plus",
    "handed_over": "user-share",
    "member_added": "user-plus",
    "member_left": "user-off",
    "moved_in": "home-move",
    "moved_out": "door-exit",
    "stay_extended": "calendar-plus",
    "closed": "flag",
    "reopened": "folder-open",
    "followed_up": "home-heart",
    "follow_up_tried": "phone",
    "follow_up_declined": "phone",
    "follow_up_lost": "phone",
    "imported": "file-import",
    "reimported": "file-import",
}
_ROOM_ICONS = {"assessments": "clipboard-check", "families": "users", "registry": "file-import"}


def show_summary(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case on paper: codes and days, no names."""
    actor = actor_of(request)
    found = actions.read_case_file(actor=actor, case_id=case_id, whole=True)
    return render(request, "cases/summary.html", file_context(found))


def show_history(request: HttpRequest, case_id: int) -> HttpResponse:
    """What was done in the case, newest first."""
    actor = actor_of(request)
    case = queries.get_case(actor=actor, case_id=case_id)
    before = request.GET.get("before", "")
    entries = audit.history_of_case(
        actor=actor,
        case_id=case_id,
        before_id=int(before) if before.isdecimal() else None,
        limit=_HISTORY + 1,
    )
    named = named_in(entry.data for entry in entries)
    lines = [_line(entry, named) for entry in entries[:_HISTORY]]
    context = {
        "case": case,
        "lines": lines,
        "older": entries[_HISTORY - 1].id if len(entries) > _HISTORY else None,
        "is_first": not before,
    }
    return render(request, "cases/history.html", context)


def file_context(found: CaseFile) -> dict[str, Any]:
    """What every page of one case shows of it."""
    on = today()
    stay = found.present_stay
    follow_up = found.pending_follow_up
    return {
        "file": found,
        "case": found.case,
        "labels": found.case.program.labels,
        "leader": role_word(found.case.program, Role.CASE_MANAGER),
        "today": on,
        "follow_up_is_late": bool(follow_up and follow_up.due_on < on),
        "follow_up_is_near": bool(follow_up and follow_up.due_on <= add_months(on, 1)),
        "stay_is_over": bool(stay and stay.planned_until and stay.planned_until < on),
        "stay_nights": found.nights_of(stay, on) if stay else None,
    }


def _line(entry: Any, named: Mapping[tuple[str, Any], str]) -> dict[str, Any]:
    room, _dot, verb = entry.verb.partition(".")
    text = sentence(entry.verb, entry.data, named)
    return {
        "at": entry.at,
        "who": who_did(entry.actor_id, entry.actor_name),
        "text": text[:1].upper() + text[1:],
        "icon": _ICONS.get(verb) if room == "cases" else _ROOM_ICONS.get(room),
    }
