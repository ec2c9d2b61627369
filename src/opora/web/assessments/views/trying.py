"""A form that is worked on, tried out as a caseworker would fill it in: with invented people, and nothing is kept."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from opora.assessments.rules import Subject
from opora.common.errors import NotFound
from opora.common.language import said
from opora.instruments import queries
from opora.instruments.rules import Definition, Level, Score, read_form, score
from opora.web.assessments.forms import Typed, read_typed
from opora.web.assessments.sheet import lay_out, legend
from opora.web.shell.asking import actor_of
from opora.web.shell.forms import whole_number

OLDEST = 17


class ChildrenForm(forms.Form):
    """How old the invented children are: items are asked by age."""

    first = whole_number(gettext_lazy("First child, years"), required=False, min_value=0, max_value=OLDEST)
    second = whole_number(gettext_lazy("Second child, years"), required=False, min_value=0, max_value=OLDEST)


@dataclass(frozen=True, slots=True)
class SectionScore:
    """What a section came to."""

    title: str
    total: int
    weak: int
    rated: int
    is_priority: bool


def try_out(request: HttpRequest, code: str) -> HttpResponse:
    """The draft of a form as the sheet it would be, and the score of what is answered. Nothing is kept."""
    form = queries.open_draft(actor=actor_of(request), code=code).form
    definition = read_form(form).as_far
    if definition is None:
        raise NotFound
    ages = ChildrenForm(request.GET if "first" in request.GET else {"first": 3, "second": 10})
    children = [age for name in ("first", "second") if ages.is_valid() and (age := ages.cleaned_data[name]) is not None]
    subjects = _people(children)
    is_sent = request.method == "POST"
    typed = read_typed(request.POST, definition, subjects) if is_sent else Typed({}, {})
    sections = lay_out(definition, subjects, typed)
    context = {
        "code": code,
        "title": said(definition.title) or code,
        "ages": ages,
        "sections": sections,
        "legend": legend(definition),
        "asked": sum(one.asked for one in sections),
        "answered": sum(one.answered for one in sections),
        "found": _told(definition, _score(definition, typed, children)) if is_sent else None,
        "action": request.get_full_path(),
    }
    return render(request, "assessments/try_out.html", context)


def _people(children: list[int]) -> tuple[Subject, ...]:
    """A family that does not exist: a mother, and children of the ages that were asked for."""
    names = (_("first child"), _("second child"))
    return (
        Subject.family(),
        Subject("p1", Level.CAREGIVER, pgettext("invented person", "mother"), 34),
        *(Subject(f"c{place}", Level.CHILD, names[place], age) for place, age in enumerate(children)),
    )


def _score(definition: Definition, typed: Typed, children: list[int]) -> Score:
    return score(definition, typed.answers, {f"c{place}": age for place, age in enumerate(children)})


def _told(definition: Definition, found: Score) -> dict[str, object]:
    """The score in words: the headline, section by section, what asks for a look at once."""
    return {
        "score": found,
        "alarms": [f"{one} {said(definition.by_code[one].text)}" for one in found.alarms],
        "weak": [f"{one} {said(definition.by_code[one].text)}" for one in found.weak_items],
        "sections": [
            SectionScore(
                said(one.title),
                found.total_by_section[place],
                found.weak_by_section[place],
                found.rated_by_section[place],
                one.code in found.priority_sections,
            )
            for place, one in enumerate(definition.sections)
        ],
        "counted": pgettext("score", "weak sides")
        if definition.scoring == "count_weak"
        else pgettext("score", "points"),
    }
