"""The register of releases, one of them, its files, and the limits of the desk."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.release import actions, policies, queries, words
from opora.release.files import TYPES
from opora.web.release.forms import LimitsForm
from opora.web.release.telling import TAGS, kept_grid
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number

PAGE = 30


def list_releases(request: HttpRequest) -> HttpResponse:
    """What waits for one's own word, then the register, the newest first."""
    actor = actor_of(request)
    found = queries.releases(actor=actor)
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        return sheets.answer(request, name="releases", title=_("Releases"), columns=_columns(), rows=rows)
    number = page_asked(request)
    shown = list(found[(number - 1) * PAGE : number * PAGE + 1])
    context = {
        "waiting": list(queries.waiting_for(actor=actor)),
        "releases": [_line(one) for one in shown[:PAGE]],
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
        "may_prepare": policies.may_prepare(actor),
        "limits": queries.limits_in_force(),
    }
    return render(request, "release/list.html", context)


def _line(release: Any) -> dict[str, Any]:
    return {"release": release, "state": words.STATES[release.state], "tag": TAGS[release.state]}


def show_release(request: HttpRequest, release_id: int) -> HttpResponse:
    """The table as it was kept, who gave which word, the files."""
    actor = actor_of(request)
    found = queries.get_release(actor=actor, release_id=release_id)
    is_released = found.state == "released"
    context = {
        "found": found,
        "state": words.STATES[found.state],
        "tag": TAGS[found.state],
        "table": kept_grid(found.content),
        "files": [(words.FILES[kind], kind, sha256) for kind, sha256 in queries.files_of(found)] if is_released else [],
        "word": getattr(found, "word", None),
        "recall": getattr(found, "recall", None),
        "may_decide": found.state == "waiting" and policies.may_decide(actor, found),
        "may_withdraw": found.state == "waiting" and policies.may_prepare(actor),
        "may_call_back": is_released and policies.may_prepare(actor),
        "may_prepare": policies.may_prepare(actor),
        "is_own": found.by_id == actor.user_id,
        "again": _again(found),
    }
    return render(request, "release/one.html", context)


def _again(found: Any) -> str:
    """Where the same table is prepared anew."""
    asked = found.asked
    given = {"from_on": asked["first"], "to_on": asked["last"], "program": asked["program"] or ""}
    given |= {"by": f"{asked['row']}.{asked['column']}"} if asked["row"] else {}
    given |= {"replaces": str(found.pk)}
    query = "&".join(f"{name}={value}" for name, value in given.items())
    return f"{reverse('release:prepare', args=[found.table])}?{query}"


def take_file(request: HttpRequest, release_id: int, kind: str) -> HttpResponse:
    """A file of a release, to the byte."""
    found, content = actions.take_file(actor=actor_of(request), release_id=release_id, kind=kind)
    response = HttpResponse(content, content_type=TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="opora-release-{found.number}.{kind}"'
    return response


def set_limits(request: HttpRequest) -> HttpResponse:
    """From how many people on numbers and shares are printed."""
    actor = actor_of(request)
    policies.check_can_set(actor)
    now = queries.limits_in_force()
    initial = {"least": now.least, "least_for_shares": now.least_for_shares}
    return form_page(
        request,
        LimitsForm(given(request), initial=initial),
        lambda typed: actions.set_limits(actor=actor, on=today(), **typed),
        template="release/form.html",
        done=_("Kept. They hold for everything prepared from now on."),
        back=reverse("release:list"),
        context={
            "heading": _("Limits of the release desk"),
            "lead": _("Five and ten are usual. Larger ones hide more."),
            "button": _("Keep"),
        },
    )


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("No."), lambda one: one.number, "count"),
        sheets.Column(_("Title"), lambda one: one.title),
        sheets.Column(_("State"), lambda one: words.STATES[one.state]),
        sheets.Column(_("Prepared"), lambda one: one.on, "day"),
        sheets.Column(_("Prepared by"), lambda one: one.by_name),
        sheets.Column(_("Decided"), lambda one: one.word.on if hasattr(one, "word") else None, "day"),
        sheets.Column(_("Decided by"), lambda one: one.word.by_name if hasattr(one, "word") else ""),
        sheets.Column(_("Numbers hidden"), lambda one: one.hidden, "count"),
        sheets.Column(_("Fingerprint"), lambda one: one.sha256),
    ]
