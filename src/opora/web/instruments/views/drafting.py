"""A draft of a form as a whole: begun, looked at, compared, published, given up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.instruments import actions, queries
from opora.instruments.queries import Draft, definition_of
from opora.instruments.rules import Form, written
from opora.instruments.rules import editing as rules
from opora.web.instruments.draft_page import around, changes_of, draft_of, faults_of, home, words_of
from opora.web.instruments.forms import LEVELS, SCORINGS, NewForm
from opora.web.instruments.forms import said as said_in
from opora.web.instruments.views.reading import border_of, whom
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.next_version import PublishForm, begun, given_up, taken_back

_FOUR = (
    ("Сильная сторона", "Strength"),
    ("В норме", "Fine"),
    ("Слабая сторона", "Weak side"),
    ("Критично", "Critical"),
)
_YES = (("Да", "Yes"), ("Скорее да", "Rather yes"), ("Скорее нет", "Rather no"), ("Нет", "No"))


def _scale(words: tuple[tuple[str, str], ...]) -> Form:
    levels = [{"value": value, "label": {"ru": ru, "en": en}} for value, (ru, en) in enumerate(words)]
    return {"weak_from": 2, "critical_from": 3, "level": levels}


def begin_new(request: HttpRequest) -> HttpResponse:
    """A form that is not there yet."""
    actor = actor_of(request)
    scales = {"four": _scale(_FOUR), "yes": _scale(_YES)}
    for version in queries.forms_in_force(actor=actor):
        scales[f"of:{version.instrument.code}"] = written(definition_of(version))["scale"]
    taken = {one.code for one in queries.open_drafts(actor=actor)} | queries.published_codes()
    names = [(key, " · ".join(words_of(one, "label") for one in scale["level"])) for key, scale in scales.items()]
    choices = list({words: (key, words) for key, words in reversed(names)}.values())[::-1]
    form = NewForm(given(request), scales=choices, initial={"code": rules.free_code(taken)})
    return form_page(
        request,
        form,
        lambda typed: actions.begin_form(
            actor=actor, code=typed["code"], title=said_in(typed, "title"), scale=scales[typed["scale"]]
        ),
        template="instruments/new.html",
        done=_("The form is begun. Add sections and items, then try it out."),
        back=reverse("instruments:list"),
        to=lambda made: home(made.code),
    )


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the next version, or go on with the one that is begun."""
    actor = actor_of(request)
    return begun(request, lambda: actions.begin_draft(actor=actor, code=code), to=home(code))


def show_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft with its sections and items, what is to be mended, and what it changes."""
    draft = draft_of(request, code)
    context = {
        **around(draft),
        **faults_of(draft),
        "changes": changes_of(draft),
        "about": words_of(draft.form, "about"),
        "scoring": dict(SCORINGS).get(draft.form.get("scoring", ""), ""),
        "answers": _answers(draft),
        "sections": [_section(one) for one in rules.sections_of(draft.form)],
        "items": sum(1 for _one in rules.items_of(draft.form)),
    }
    return render(request, "instruments/draft.html", context)


def _answers(draft: Draft) -> list[tuple[int, str, str, str]]:
    scale = draft.form.get("scale", {})
    weak, critical = scale.get("weak_from", 99), scale.get("critical_from", 99)
    return [
        (
            one["value"],
            words_of(one, "label"),
            words_of(one, "meaning"),
            border_of(one["value"], weak, critical),
        )
        for one in rules.levels_of(draft.form)
    ]


def _section(section: Form) -> tuple[str, str, list[tuple[str, str, str, str]]]:
    items = [
        (
            one["code"],
            words_of(one, "text"),
            whom(one.get("level", LEVELS[0][0]), one.get("age_min"), one.get("age_max")),
            words_of(one, "weak_if"),
        )
        for one in section.get("item", [])
    ]
    return section["code"], words_of(section), items


def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Once more what the draft changes and what is to be mended; then it comes into force."""
    draft, actor = draft_of(request, code), actor_of(request)
    return form_page(
        request,
        PublishForm(given(request), initial={"revision": draft.revision}),
        lambda typed: actions.publish_draft(actor=actor, code=code, seen=typed["revision"]),
        template="instruments/publish.html",
        done=lambda made: _("Version %(number)s is in force.") % {"number": made.number},
        back=home(code),
        to=lambda _made: reverse("instruments:form", args=[code]),
        context=lambda: _to_publish(queries.open_draft(actor=actor, code=code)),
        renew=lambda: queries.open_draft(actor=actor, code=code).revision,
    )


def _to_publish(draft: Draft) -> dict[str, object]:
    return {
        **around(draft),
        **faults_of(draft),
        "changes": changes_of(draft),
        "sections": [said_section(one) for one in rules.sections_of(draft.form)],
    }


def said_section(section: Form) -> tuple[str, int]:
    """A section of a new form: its name, and how many items it has."""
    return words_of(section), len(section.get("item", []))


def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Asked once more; it can be taken back until the next one is begun."""
    draft = draft_of(request, code)
    is_new = draft.base is None
    return given_up(
        request,
        lambda: actions.drop_draft(actor=actor_of(request), code=code),
        text=_("The draft can be taken back from the list of forms.") if is_new else "",
        to=reverse("instruments:list") if is_new else reverse("instruments:form", args=[code]),
        cancel=home(code),
    )


@require_POST
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """The draft given up last is worked on again."""
    actor = actor_of(request)
    return taken_back(request, lambda: actions.take_draft_back(actor=actor, code=code), to=home(code))
