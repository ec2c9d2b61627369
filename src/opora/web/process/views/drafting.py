"""A draft of a process as a whole: begun, looked at, brought, taken away, compared, published, given up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.errors import Invalid
from opora.common.seen import mark_of
from opora.common.toml_text import Notes, parse_toml
from opora.pathways import actions, queries
from opora.pathways.rules import editing as rules
from opora.web.process.editing.forms import BringForm, HeadForm, head_initial
from opora.web.process.editing.page import (
    address_of,
    around,
    beside,
    changes_of,
    draft_of,
    drawn,
    faults_of,
    home,
    words_of,
)
from opora.web.process.editing.words import GROUPS
from opora.web.process.views.map import process_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.next_version import PublishForm, begun, given_up, taken_back
from opora.web.shell.toml_files import toml_answer, toml_brought

FILE = "process.toml"


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the next version, or go on with the one that is begun."""
    actor = actor_of(request)
    process_of(actor, code)
    return begun(request, lambda: actions.begin_draft(actor=actor, code=code), to=home(code))


def show_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft with its map and its parts, what is to be mended, and what it changes."""
    draft = draft_of(request, code)
    context = {
        **around(draft),
        "drawing": drawn(draft),
        **faults_of(draft),
        "changes": changes_of(draft),
        "groups": [
            (
                part,
                title,
                [
                    (words_of(one) or name, beside(draft, part, one), address_of(code, part, name))
                    for name, one in rules.parts_of(draft.body, part).items()
                ],
            )
            for part, title in GROUPS.items()
        ],
    }
    return render(request, "process/draft.html", context)


def change_head(request: HttpRequest, code: str) -> HttpResponse:
    """The process as a whole."""
    draft, actor = draft_of(request, code), actor_of(request)
    form = HeadForm(given(request), definition=draft.as_far, initial=head_initial(draft.body))
    return form_page(
        request,
        form,
        lambda typed: actions.put_head(actor=actor, code=code, head=form.said(None), seen=typed["revision"]),
        template="process/draft_part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context={**around(draft), "heading": _("The process as a whole"), **faults_of(draft, "process")},
        renew=lambda: mark_of(rules.head_of(queries.open_draft(actor=actor, code=code).body)),
    )


def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Once more what the draft changes and what is to be mended; then it comes into force."""
    draft, actor = draft_of(request, code), actor_of(request)
    return form_page(
        request,
        PublishForm(given(request), initial={"revision": draft.revision}),
        lambda typed: actions.publish_draft(actor=actor, code=code, seen=typed["revision"]),
        template="process/draft_publish.html",
        done=lambda made: _("Version %(number)s is in force.") % {"number": made.number},
        back=home(code),
        to=lambda _made: reverse("process:move", args=[code]),
        context=lambda: _to_publish(request, code),
        renew=lambda: queries.open_draft(actor=actor, code=code).revision,
    )


def _to_publish(request: HttpRequest, code: str) -> dict[str, Any]:
    draft = draft_of(request, code)
    return {**around(draft), **faults_of(draft), "changes": changes_of(draft)}


def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Asked once more; it can be taken back until the next one is begun."""
    draft_of(request, code)
    return given_up(
        request,
        lambda: actions.drop_draft(actor=actor_of(request), code=code),
        to=reverse("process:versions", args=[code]),
        cancel=home(code),
    )


@require_POST
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """The draft given up last is worked on again."""
    actor = actor_of(request)
    return taken_back(request, lambda: actions.take_draft_back(actor=actor, code=code), to=home(code))


def show_versions(request: HttpRequest, code: str) -> HttpResponse:
    """Where the process is changed: its draft, taking it away, bringing one."""
    actor = actor_of(request)
    process = process_of(actor, code)
    form = BringForm(given(request), request.FILES or None)
    return form_page(
        request,
        form,
        lambda typed: actions.bring_draft(actor=actor, code=code, body=_brought(typed["file"])),
        template="process/versions.html",
        done=_("The process is a draft now. Look it through and publish it."),
        back=reverse("process:versions", args=[code]),
        to=lambda _made: home(code),
        context=lambda: {"process": process, "draft_state": queries.state_of_draft(actor=actor, code=code)},
    )


def _brought(file: Any) -> dict[str, Any]:
    """The values of process.toml, brought as a file or in a practice folder. Raises Invalid with every slip."""
    text = toml_brought(file, lambda path: path.name == FILE, _("The folder has no process.toml."))
    notes = Notes(FILE)
    body = parse_toml(notes, text)
    if body is None:
        raise Invalid({"file": " ".join(one.text(_) for one in notes.findings)})
    slips = queries.slips_of(body)
    if slips:
        raise Invalid({"file": " ".join(one.text(_) for one in slips)})
    return body


def take(request: HttpRequest, code: str) -> HttpResponse:
    """The process in force as the file of a practice folder."""
    process = process_of(actor_of(request), code)
    return toml_answer(FILE, queries.version_numbered(code, process.number).body)


def take_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft as the file of a practice folder, finished or not."""
    return toml_answer(FILE, draft_of(request, code).body)
