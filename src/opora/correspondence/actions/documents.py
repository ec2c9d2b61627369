"""Documents composed of what is recorded, filled into the template in use; each is a line in the journal."""

from datetime import date

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import show_day
from opora.common.errors import Invalid
from opora.correspondence import policies
from opora.correspondence.actions.locking import keys_of
from opora.correspondence.queries import agreement_in_sight
from opora.correspondence.queries.composing import compose, is_produced
from opora.correspondence.rules.name_cases import declined_line
from opora.correspondence.rules.post_cases import declined_post
from opora.families.actions import name_people
from opora.organization import queries as organization
from opora.papers.actions import preview_paper
from opora.papers.queries import BECOMES, current_template, template_bytes
from opora.papers.rules.letters import BLANK, Asked, BadTemplate, fill
from opora.papers.template_kinds import KINDS
from opora.process.queries import Place, place_of

_AGREEMENT = "agreement"
_UNFILLED = gettext_lazy("The template of this document cannot be filled. Ask the head to replace it.")


@transaction.atomic
def produce_document(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, kind: str, on: date
) -> bytes:
    """The Word file of a document about a family this person sees; NotFound for a kind that is made elsewhere."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    if kind not in KINDS or not is_produced(kind, place):
        raise policies.unseen()
    audit.record(actor=actor, verb="correspondence.produced", **keys_of(place), document=KINDS[kind].document)
    with translation.override("ru"):
        if kind in BECOMES and place.route_id is not None:
            return preview_paper(actor=actor, route_id=place.route_id, kind=kind, on=on)
        return _filled(kind, _values(actor, place, kind, on))


@transaction.atomic
def produce_agreement(*, actor: Actor, agreement_id: int) -> bytes:
    """The Word file of an agreement, to be signed by both sides: with whom, about what, until when (D-16)."""
    one = agreement_in_sight(actor=actor, agreement_id=agreement_id)
    audit.record(actor=actor, verb="correspondence.produced", document=KINDS[_AGREEMENT].document, agreement=one.pk)
    with translation.override("ru"):
        values = {
            **_house(actor),
            "number": one.number,
            "day": show_day(one.signed_on),
            "program": "",
            "department": "",
            "case_number": "",
            "partner": {name: getattr(one.partner, name) for name in ("name", "area", "contacts")},
            "scope": [line.strip() for line in one.scope.split("\n") if line.strip()],
            "until": show_day(one.until_on) if one.until_on else "",
        }
        return _filled(_AGREEMENT, values)


def _filled(kind: str, values: dict[str, object]) -> bytes:
    try:
        return fill(template_bytes(kind, current_template(kind)), values)
    except BadTemplate:
        raise Invalid({"": _UNFILLED}) from None


def _house(actor: Actor) -> dict[str, object]:
    """Who writes: the organization, who signs for it, whose work it is."""
    kept = organization.as_fields(organization.details())
    signatory = {"post": kept["signatory_post"] or BLANK, "name": kept["signatory_name"] or BLANK}
    return {
        "worker": actor.name,
        "organization": Asked(kept),
        "signatory": {
            **signatory,
            **{f"post_{case}": form for case, form in declined_post(signatory["post"]).items()},
            **{f"name_{case}": form for case, form in declined_line(signatory["name"]).items()},
        },
    }


def _values(actor: Actor, place: Place, kind: str, on: date) -> dict[str, object]:
    told = compose(actor, place, kind, on=on)
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=on)
    client = next(iter(family.adults), None)
    title = str(KINDS[kind].title)
    program = place.route.program.name if place.route is not None else ""
    facts = [
        {"name": translation.gettext("Family"), "value": ", ".join(one.name for one in family.present)},
        {"name": translation.gettext("Program"), "value": program},
        *told.facts,
    ]
    return {
        **_house(actor),
        "title": title[:1].upper() + title[1:],
        "number": place.case.number if place.case is not None else "",
        "day": show_day(on),
        "program": program,
        "department": place.route.department.name if place.route is not None else "",
        "case_number": place.case.number if place.case is not None else BLANK,
        "person": {"code": client.code, "name": client.name} if client else {"code": "", "name": ""},
        "facts": [fact for fact in facts if fact["value"]],
        "sections": [section for section in told.sections if section["lines"]],
    }
