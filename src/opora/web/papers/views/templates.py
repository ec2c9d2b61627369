"""Templates of letters, for those who run the practice."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.organization import queries as organization
from opora.papers import actions, queries
from opora.papers.rules.letters import SAMPLE
from opora.papers.template_kinds import COMPOSED, OFFICIAL
from opora.web.papers.forms.letters import TemplateForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def list_templates(request: HttpRequest) -> HttpResponse:
    """Which templates are in use; a form replaces one."""
    actor = actor_of(request)
    return form_page(
        request,
        TemplateForm(given(request), request.FILES if request.method == "POST" else None),
        lambda typed: actions.add_template(actor=actor, kind=typed["kind"], data=typed["file"].read()),
        template="papers/templates.html",
        done=_("The template was filled for a trial and is in use now."),
        back=reverse("papers:templates"),
        context=lambda: {"templates": queries.all_templates(), "places": _places(), "details": _of_the_organization()},
    )


def hand_out(request: HttpRequest, kind: str) -> HttpResponse:
    """The template in use, to be changed in Word; it holds nothing about anybody."""
    data = queries.template_bytes(kind, queries.current_template(kind))
    answer = HttpResponse(data, content_type=_WORD)
    answer.headers["Content-Disposition"] = f'attachment; filename="opora-{kind}.docx"'
    return answer


def _places() -> list[tuple[str, list[str]]]:
    """Everything a template may name, as it is written there, by what the template is for."""
    groups = (
        (_("What a family signs"), SAMPLE),
        (_("Letters to offices"), OFFICIAL),
        (_("Documents composed of records"), COMPOSED),
    )
    return [(title, _named_in(sample)) for title, sample in groups]


def _named_in(sample: Mapping[str, Any]) -> list[str]:
    plain = [in_braces(name) for name, value in sample.items() if isinstance(value, str)]
    parts = [
        in_braces(f"{name}.{part}")
        for name, value in sample.items()
        if isinstance(value, Mapping) and name != "organization"
        for part in value
    ]
    loops = [
        in_loop(name, list(value[0]) if isinstance(value[0], Mapping) else [])
        for name, value in sample.items()
        if isinstance(value, list)
    ]
    return [*plain, *parts, *loops]


def _of_the_organization() -> list[tuple[str, Any, str]]:
    """The details of the organization: as a template names them, in words, and as they would be filled in now."""
    known = organization.as_fields(organization.details())
    return [(in_braces(f"organization.{name}"), organization.title_of(name), text) for name, text in known.items()]


def in_loop(name: str, parts: list[str]) -> str:
    """What is repeated, as it is written in a Word file."""
    named = [f"one.{part}" for part in parts] or ["one"]
    return f"{{% for one in {name} %}} " + " ".join(in_braces(part) for part in named) + " {% endfor %}"


def in_braces(name: str) -> str:
    """A place as it is written in a Word file."""
    return "{{ " + name + " }}"
