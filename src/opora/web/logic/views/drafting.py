"""The editor of a logic model: a draft of the next version, changed box by box, checked, compared, published."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.errors import NotFound
from opora.common.findings import ERROR
from opora.common.language import said
from opora.logic import actions, queries, words
from opora.logic.queries import Draft
from opora.logic.rules import (
    PLACE_WORDS,
    Arrow,
    Assumption,
    LogicModel,
    Node,
    Problem,
    differences,
    mark_of,
    problems_in,
)
from opora.pictures.logic_model import logic_model
from opora.web.logic.forms.boxes import (
    ArrowForm,
    AssumptionForm,
    BoxForm,
    PublishForm,
    RowForm,
    assumption_initial,
    box_initial,
)
from opora.web.logic.picturing import picture_of
from opora.web.logic.telling import maybe
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """What is to be mended: where, what, how, and the page where it is mended."""

    place: str
    sentence: str
    advice: str
    url: str
    must: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What the draft changes: which thing, in which way, as it read and as it reads."""

    kind: str
    part: str
    before: str
    after: str
    fields: str


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the next version, or go on with the one that is begun."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.begin_draft(actor=actor, code=code),
        done=_("This is the draft of the next version. What is in force stays until you publish."),
        to=_home(code),
    )


def show_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft as a picture whose boxes open their forms, what is to be mended, and what it changes."""
    draft = _draft(request, code)
    model = draft.model
    picture = picture_of(model, lambda node: reverse("logic:box", args=[code, node.code]))
    faults = [_problem_line(code, model, one) for one in problems_in(model)]
    context = {
        **_around(draft),
        "drawing": mark_safe(logic_model(picture)),  # noqa: S308 - escaped where it is written
        "faults": faults,
        "must": sum(one.must for one in faults),
        "changes": changes_of(draft),
        "parts": _parts(code, model),
        "assumptions": [
            (said(one.text), reverse("logic:assumption", args=[code, one.code])) for one in model.assumptions
        ],
        "rows": [(said(one.title), reverse("logic:row", args=[code, one.code])) for one in model.rows],
    }
    return render(request, "logic/draft.html", context)


def add_box(request: HttpRequest, code: str) -> HttpResponse:
    """A new box; column and row may be named in the address."""
    draft = _draft(request, code)
    initial = {name: request.GET.get(name, "") for name in ("level", "row")}
    form = BoxForm(given(request), initial=initial, model=draft.model, concepts=queries.concepts())
    return form_page(
        request,
        form,
        lambda _typed: actions.put_node(actor=actor_of(request), code=code, node=form.typed(None), seen=None),
        template="logic/box.html",
        done=_("The box stands in the draft. Connect it with what leads to it and where it leads."),
        back=_home(code),
        to=lambda made: reverse("logic:box", args=[code, made.code]),
        context=_around(draft),
    )


def change_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """A box of the draft: its words, place, meaning, evidence; and its arrows."""
    draft = _draft(request, code)
    found = draft.model.node(node)
    if found is None:
        raise NotFound
    form = BoxForm(given(request), initial=box_initial(found), model=draft.model, concepts=queries.concepts())
    actor = actor_of(request)
    return form_page(
        request,
        form,
        lambda typed: actions.put_node(actor=actor, code=code, node=form.typed(found), seen=typed["revision"]),
        template="logic/box.html",
        done=_("Saved in the draft."),
        back=_home(code),
        context=lambda: _box_context(request, code, node),
        renew=lambda: mark_of(queries.open_draft(actor=actor, code=code).model.node(node)),
    )


def remove_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """Asked once more: with a box its arrows go."""
    draft = _draft(request, code)
    found = draft.model.node(node)
    if found is None:
        raise NotFound
    seen = mark_of(found)
    return _confirm(
        request,
        lambda: actions.drop_node(actor=actor_of(request), code=code, node=node, seen=seen),
        title=_("Remove the box"),
        text=_("“%(text)s” leaves the draft, with its arrows. What is published keeps it.")
        % {"text": said(found.text)},
        button=pgettext("logic", "Remove"),
        done=_("The box is removed from the draft."),
        to=_home(code),
        cancel=reverse("logic:box", args=[code, node]),
    )


@require_POST
def shift_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """Up or down within the cell."""
    by = 1 if request.POST.get("way") == "down" else -1
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.shift_node(actor=actor, code=code, node=node, by=by),
        done="",
        to=reverse("logic:box", args=[code, node]),
    )


def connect(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """An arrow from a box to another."""
    draft = _draft(request, code)
    found = draft.model.node(node)
    if found is None:
        raise NotFound
    form = ArrowForm(given(request), model=draft.model, node=found)
    return form_page(
        request,
        form,
        lambda _typed: actions.connect(actor=actor_of(request), code=code, arrow=form.typed()),
        template="logic/arrow.html",
        done=_("The arrow is drawn."),
        back=reverse("logic:box", args=[code, node]),
        context={**_around(draft), "node": said(found.text)},
    )


@require_POST
def disconnect(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """An arrow of a box goes; which, says the form."""
    start, end = request.POST.get("start", ""), request.POST.get("end", "")
    return once(
        request,
        lambda: actions.disconnect(actor=actor_of(request), code=code, start=start, end=end),
        done=_("The arrow is removed."),
        to=reverse("logic:box", args=[code, node]),
    )


def add_assumption(request: HttpRequest, code: str) -> HttpResponse:
    """A new assumption."""
    return _assumption(request, code, None)


def change_assumption(request: HttpRequest, code: str, assumption: str) -> HttpResponse:
    """An assumption of the draft."""
    found = _find(_draft(request, code).model, assumption)
    if found is None:
        raise NotFound
    return _assumption(request, code, found)


def _assumption(request: HttpRequest, code: str, found: Assumption | None) -> HttpResponse:
    draft, actor = _draft(request, code), actor_of(request)
    form = AssumptionForm(
        given(request), initial=assumption_initial(found) if found is not None else {}, model=draft.model
    )

    def mark() -> int:
        model = queries.open_draft(actor=actor, code=code).model
        return mark_of(_find(model, found.code if found is not None else ""))

    return form_page(
        request,
        form,
        lambda typed: actions.put_assumption(
            actor=actor, code=code, assumption=form.typed(found), seen=typed["revision"]
        ),
        template="logic/assumption.html",
        done=_("Saved in the draft."),
        back=_home(code),
        context={**_around(draft), "found": found},
        renew=mark,
    )


def remove_assumption(request: HttpRequest, code: str, assumption: str) -> HttpResponse:
    """Asked once more."""
    found = _find(_draft(request, code).model, assumption)
    if found is None:
        raise NotFound
    return _confirm(
        request,
        lambda: actions.drop_assumption(actor=actor_of(request), code=code, assumption=assumption),
        title=_("Remove the assumption"),
        text=_("“%(text)s” leaves the draft. What is published keeps it.") % {"text": said(found.text)},
        button=pgettext("logic", "Remove"),
        done=_("The assumption is removed from the draft."),
        to=_home(code),
        cancel=reverse("logic:assumption", args=[code, assumption]),
    )


def add_row(request: HttpRequest, code: str) -> HttpResponse:
    """A new row at the end of the table."""
    draft = _draft(request, code)
    form = RowForm(given(request))
    return form_page(
        request,
        form,
        lambda _typed: actions.put_row(actor=actor_of(request), code=code, row=form.typed(None)),
        template="logic/row.html",
        done=_("The row stands in the draft. Put boxes into it."),
        back=_home(code),
        context=_around(draft),
    )


def change_row(request: HttpRequest, code: str, row: str) -> HttpResponse:
    """What a row is called."""
    draft = _draft(request, code)
    found = next((one for one in draft.model.rows if one.code == row), None)
    if found is None:
        raise NotFound
    form = RowForm(given(request), initial={"title_ru": found.title.ru, "title_en": found.title.en})
    return form_page(
        request,
        form,
        lambda _typed: actions.put_row(actor=actor_of(request), code=code, row=form.typed(found)),
        template="logic/row.html",
        done=_("Saved in the draft."),
        back=_home(code),
        context=_around(draft),
    )


def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Once more what the draft changes and what is to be mended; then it comes into force."""
    draft, actor = _draft(request, code), actor_of(request)
    faults = [_problem_line(code, draft.model, one) for one in problems_in(draft.model)]
    return form_page(
        request,
        PublishForm(given(request), initial={"revision": draft.revision}),
        lambda typed: actions.publish_draft(actor=actor, code=code, seen=typed["revision"]),
        template="logic/publish.html",
        done=lambda made: _("Version %(number)s is in force.") % {"number": made.number},
        back=_home(code),
        to=lambda _made: reverse("logic:model", args=[code]),
        context=lambda: {
            **_around(draft),
            "faults": faults,
            "must": sum(one.must for one in faults),
            "changes": changes_of(queries.open_draft(actor=actor, code=code)),
        },
        renew=lambda: queries.open_draft(actor=actor, code=code).revision,
    )


def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Asked once more; it can be taken back until the next one is begun."""
    _draft(request, code)
    return _confirm(
        request,
        lambda: actions.drop_draft(actor=actor_of(request), code=code),
        title=_("Give the draft up"),
        text=_("The published version stays as it is. The draft can be taken back until a new one is begun."),
        button=_("Give the draft up"),
        done=_("The draft is given up."),
        to=reverse("logic:model", args=[code]),
        cancel=_home(code),
    )


@require_POST
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """The draft given up last is worked on again."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.take_draft_back(actor=actor, code=code),
        done=_("The draft is here again."),
        to=_home(code),
    )


def changes_of(draft: Draft) -> list[ChangeLine]:
    """What the draft would change of the version it began from, in words."""
    old, new = draft.base.model, draft.model
    return [
        ChangeLine(
            one.kind,
            str(words.PARTS[one.part]),
            _named(old, one.part, one.code),
            _named(new, one.part, one.code),
            ", ".join(str(words.FIELDS[name]) for name in one.fields if name in words.FIELDS),
        )
        for one in differences(old, new)
    ]


def _named(model: LogicModel, part: str, code: str) -> str:
    """How a thing is called in a model; nothing where it is not there."""
    if part == "arrow":
        ends = [model.node(end) for end in code.split(" → ")]
        return " → ".join(said(one.text) for one in ends if one is not None)
    found = next((one for one in getattr(model, words.LISTS[part]) if one.code == code), None)
    return "" if found is None else said(found.title if hasattr(found, "title") else found.text)


def _draft(request: HttpRequest, code: str) -> Draft:
    return queries.open_draft(actor=actor_of(request), code=code)


def _home(code: str) -> str:
    return reverse("logic:draft", args=[code])


def _around(draft: Draft) -> dict[str, Any]:
    """What every page of a draft shows: which model, whose last change."""
    return {"draft": draft, "code": draft.code, "title": said(draft.model.title)}


def _box_context(request: HttpRequest, code: str, node: str) -> Mapping[str, Any]:
    """The box as it is now, beside what is typed, with its arrows."""
    draft = _draft(request, code)
    model = draft.model
    found = model.node(node)
    if found is None:
        return _around(draft)
    concept = model.concept_of(found)
    cell = model.cell(found.row, found.level)
    faults = [_problem_line(code, model, one) for one in problems_in(model) if one.code == node]
    return {
        **_around(draft),
        "found": found,
        "now": said(found.text),
        "said_by_concept": maybe(concept.definition) if concept is not None and not found.definition else "",
        "into": _arrows_of(model, [(one, one.start) for one in model.leading_to(node)]),
        "onward": _arrows_of(model, [(one, one.end) for one in model.leading_from(node)]),
        "is_first": cell[0].code == node,
        "is_last": cell[-1].code == node,
        "faults": faults,
        "must": sum(one.must for one in faults),
    }


def _arrows_of(model: LogicModel, arrows: list[tuple[Arrow, str]]) -> list[tuple[Arrow, str, str]]:
    """Arrows of a box with the words of the box at their other end, and what they say."""
    return [
        (one, said(other.text), str(words.MEANING_WORDS.get(one.meaning, one.meaning)))
        for one, end in arrows
        if (other := model.node(end)) is not None
    ]


def _problem_line(code: str, model: LogicModel, problem: Problem) -> ProblemLine:
    url = ""
    name = problem.code
    if problem.part == "node" and (node := model.node(problem.code)) is not None:
        url, name = reverse("logic:box", args=[code, node.code]), said(node.text) or node.code
    elif problem.part == "assumption" and (one := _find(model, problem.code)) is not None:
        url, name = reverse("logic:assumption", args=[code, one.code]), said(one.text) or one.code
    elif problem.part == "arrow":
        name = _named(model, "arrow", problem.code) or problem.code
        start = problem.code.split(" → ")[0]
        url = reverse("logic:box", args=[code, start]) if model.node(start) is not None else ""
    return ProblemLine(
        gettext(PLACE_WORDS[problem.part]) % {"name": f"«{name}»"},
        gettext(problem.sentence) % problem.data,
        gettext(problem.advice) % problem.data,
        url,
        problem.severity == ERROR,
    )


def _parts(code: str, model: LogicModel) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Rows with their boxes and where each is changed, for those who do not use the picture; and where one adds."""
    add = reverse("logic:add_box", args=[code])
    names = {one.code: said(one.title) for one in model.levels}

    def lines(nodes: list[Node]) -> list[tuple[str, str, str]]:
        return [
            (names.get(one.level, one.level), said(one.text), reverse("logic:box", args=[code, one.code]))
            for one in nodes
        ]

    free = [one for one in model.nodes if not one.row]
    parts = [
        (said(row.title), f"{add}?row={row.code}", lines([one for one in model.nodes if one.row == row.code]))
        for row in model.rows
    ]
    return [*parts, (_("For all rows"), add, lines(free))] if free else parts


def _find(model: LogicModel, code: str) -> Assumption | None:
    return next((one for one in model.assumptions if one.code == code), None)


def _confirm(request: HttpRequest, act: Any, *, done: str, to: str, cancel: str, **page: Any) -> HttpResponse:
    """A question asked once more, and what is done after a yes."""
    if request.method == "POST":
        return once(request, act, done=done, to=to)
    context = {**page, "danger": True, "action": request.path, "cancel_url": cancel}
    return render(request, "shell/confirm.html", context)
