"""Letters of a path and the templates they are written from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.told_along import record_of, told_by
from opora.organization import queries as organization
from opora.papers import policies
from opora.papers.models import Letter, LetterTemplate
from opora.papers.rules import letters
from opora.papers.template_kinds import KINDS
from opora.process.models import Route
from opora.process.queries import visible_to

_SHIPPED = Path(__file__).resolve().parent.parent / "templates_docx"


def letters_of(route: Route) -> QuerySet[Letter]:
    """Every letter of a path, the newest first."""
    return Letter.objects.filter(route=route).select_related("person", "file", "by")


# What each kind of letter becomes on the path once it is signed.
BECOMES = {"application": "application", "stay": "contract", "support": "contract", "consent": "consent"}


def ask_unsigned(route: Route) -> Asking[list[tuple[Letter, str]]]:
    """Asks for the letters of a path that were written and not signed, the newest last, with the paper to come."""
    return Asking(_unsigned(route_id=route.pk), _with_papers)


@written_once
def _unsigned(*, route_id: int) -> QuerySet[Letter, dict[str, Any]]:
    found = Letter.objects.filter(route=route_id, signed_on=None).order_by("pk")
    return told_by(found, "id", "kind", "number")


def _with_papers(told: list[dict[str, Any]]) -> list[tuple[Letter, str]]:
    return [(record_of(Letter, one), BECOMES[one["kind"]]) for one in told]


def letter_in_sight(*, actor: Actor, letter_id: int) -> Letter:
    """A letter of a path this person sees; NotFound for any other."""
    found = Letter.objects.select_related("person", "file", "route", "by").filter(pk=letter_id)
    letter = found.filter(route__in=visible_to(actor)).first()
    if letter is None:
        raise policies.unseen()
    return letter


def current_template(kind: str) -> LetterTemplate | None:
    """The organization's newest template; None where it uses the shipped one."""
    return LetterTemplate.objects.filter(kind=kind).order_by("-number").first()


def template_bytes(kind: str, template: LetterTemplate | None) -> bytes:
    """The Word file of a template."""
    if template is not None:
        return bytes(template.content)
    if kind not in KINDS:
        raise policies.unseen()
    return (_SHIPPED / f"{KINDS[kind].shipped}.docx").read_bytes()


def missing_details(kind: str, template: LetterTemplate | None, purpose: str = "") -> list[str]:
    """What of the organization such a letter would leave as a line to write on, in words."""
    known = organization.as_fields(organization.details())
    if all(known.values()):
        return []
    try:
        names = letters.missing_details(template_bytes(kind, template), known, purpose)
    except letters.BadTemplate:
        return []
    return [str(organization.title_of(name)) for name in names]


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A kind of template as it is in use: which document it makes, and the organization's own version, if any."""

    kind: str
    title: str
    document: str
    own: LetterTemplate | None


def all_templates() -> list[TemplateLine]:
    """Every kind of template, in the order of the documents they make."""
    own = _own_templates()
    return [TemplateLine(kind, str(one.title), one.document, own.get(kind)) for kind, one in KINDS.items()]


def _own_templates() -> dict[str, LetterTemplate]:
    """The organization's newest template of each kind that has one, without the files."""
    found = LetterTemplate.objects.order_by("kind", "-number").distinct("kind").defer("content")
    return {own.kind: own for own in found}
