"""Files of a path: attaching, looking, handing out."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.papers import actions, queries
from opora.papers.rules import opens_in_browser, suffix_of
from opora.pathways.queries import definition_of
from opora.pathways.words import paper_title
from opora.web.papers.forms.files import AttachForm
from opora.web.papers.views.recording import record, workable
from opora.web.shell.asking import actor_of, given, speaks_of

# A picture may do nothing but be seen. A browser shows no PDF inside a sandbox, so a PDF goes without one.
_ALONE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'none'",
        "style-src 'unsafe-inline'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def attach(request: HttpRequest, route_id: int) -> HttpResponse:
    """Attach a copy: a photograph or a file."""
    actor = actor_of(request)
    route = workable(request, route_id)
    form = AttachForm(
        given(request),
        request.FILES if request.method == "POST" else None,
        kinds=queries.kinds_of(route),
        initial={"kind": request.GET.get("kind", "")},
    )

    def add(typed: dict[str, Any]) -> Any:
        sent = form.given()
        return actions.add_file(
            actor=actor,
            route_id=route.pk,
            kind=typed["kind"],
            name=sent.name or "",
            data=sent.read(),
            on=typed["on"],
        )

    return record(
        request,
        form,
        add,
        route=route,
        template="papers/attach.html",
        done=_("The copy is attached and kept encrypted."),
        to=lambda stored: reverse("papers:file", args=[stored.pk]),
    )


def show_file(request: HttpRequest, file_id: int) -> HttpResponse:
    """What a file is, with a picture of it where a browser can show one."""
    actor = actor_of(request)
    stored = queries.file_in_sight(actor=actor, file_id=file_id)
    if stored.route is None:
        return HttpResponseRedirect(reverse("papers:content", args=[stored.pk]))
    speaks_of(request, case_id=stored.route.case_id, route_id=stored.route_id)
    stands = stored.destroyed_on is None and stored.voided_on is None
    context = {
        "stored": stored,
        "route": stored.route,
        "title": paper_title(definition_of(stored.route.version), stored.kind),
        "suffix": suffix_of(stored.media_type).upper(),
        "is_picture": stands and stored.media_type.startswith("image/"),
        "opens": stands and opens_in_browser(stored.media_type),
        "why": queries.why_taken_back([stored]).get(stored.pk, ""),
        "may_take_back": queries.may_take_back(actor=actor, stored=stored),
    }
    return render(request, "papers/file.html", context)


def hand_out(request: HttpRequest, file_id: int) -> HttpResponse:
    """The content itself, to look at or to save; each time is a line in the journal."""
    actor = actor_of(request)
    opened = actions.open_file(actor=actor, file_id=file_id)
    media_type = opened.file.media_type
    is_inline = opens_in_browser(media_type) and "save" not in request.GET
    answer = HttpResponse(opened.content, content_type=media_type)
    name = f"opora-{opened.file.pk}.{suffix_of(media_type)}"
    answer.headers["Content-Disposition"] = f'{"inline" if is_inline else "attachment"}; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = _ALONE if media_type == "application/pdf" else f"{_ALONE}; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    # Compressed, the length of an answer would tell of its content.
    answer.headers["Content-Encoding"] = "identity"
    return answer
