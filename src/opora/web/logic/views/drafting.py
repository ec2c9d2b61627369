"""A draft of the next version as a whole: begun, looked at, compared, published, given up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.language import said
from opora.logic import actions, queries
from opora.logic.picturing import picture_of
from opora.logic.rules import LogicModel, Node
from opora.pictures.logic_model import logic_model
from opora.web.logic.draft_page import around, changes_of, draft_of, faults_of, home
from opora.web.logic.views.parts import groups_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.drawing import as_drawing
from opora.web.shell.form_page import form_page
from opora.web.shell.next_version import PublishForm, begun, given_up, taken_back


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the next version, or go on with the one that is begun."""
    actor = actor_of(request)
    return begun(request, lambda: actions.begin_draft(actor=actor, code=code), to=home(code))


def show_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft as a picture whose boxes open their forms, what is to be mended, and what it changes."""
    draft = draft_of(request, code)
    model = draft.model
    picture = picture_of(model, lambda node: reverse("logic:box", args=[code, node.code]))
    context = {
        **around(draft),
        "drawing": as_drawing(logic_model(picture)),
        **faults_of(draft),
        "changes": changes_of(draft),
        "parts": _parts(code, model),
        "assumptions": [
            (said(one.text), reverse("logic:assumption", args=[code, one.code])) for one in model.assumptions
        ],
        "groups": groups_of(draft),
    }
    return render(request, "logic/draft.html", context)


def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Once more what the draft changes and what is to be mended; then it comes into force."""
    draft, actor = draft_of(request, code), actor_of(request)
    return form_page(
        request,
        PublishForm(given(request), initial={"revision": draft.revision}),
        lambda typed: actions.publish_draft(actor=actor, code=code, seen=typed["revision"]),
        template="logic/publish.html",
        done=lambda made: _("Version %(number)s is in force.") % {"number": made.number},
        back=home(code),
        to=lambda _made: reverse("logic:model", args=[code]),
        context=lambda: {
            **around(draft),
            **faults_of(draft),
            "changes": changes_of(queries.open_draft(actor=actor, code=code)),
        },
        renew=lambda: queries.open_draft(actor=actor, code=code).revision,
    )


def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Asked once more; it can be taken back until the next one is begun."""
    is_new = draft_of(request, code).base is None
    return given_up(
        request,
        lambda: actions.drop_draft(actor=actor_of(request), code=code),
        text=_("The draft can be taken back from the list of models.") if is_new else "",
        to=reverse("logic:list") if is_new else reverse("logic:model", args=[code]),
        cancel=home(code),
    )


@require_POST
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """The draft given up last is worked on again."""
    actor = actor_of(request)
    return taken_back(request, lambda: actions.take_draft_back(actor=actor, code=code), to=home(code))


def _parts(code: str, model: LogicModel) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Rows with their boxes and where each is changed, for those who do not use the picture; and where one adds."""
    add = reverse("logic:add_box", args=[code])
    names = {one.code: said(one.title) for one in model.levels}

    def lines(nodes: list[Node]) -> list[tuple[str, str, str]]:
        return [
            (names.get(one.level, one.level), said(one.text), reverse("logic:box", args=[code, one.code]))
            for one in nodes
        ]

    rows = {one.code for one in model.rows}
    free = [one for one in model.nodes if one.row not in rows]
    parts = [
        (said(row.title), f"{add}?row={row.code}", lines([one for one in model.nodes if one.row == row.code]))
        for row in model.rows
    ]
    return [*parts, (_("For all rows"), add, lines(free))] if free or not parts else parts
