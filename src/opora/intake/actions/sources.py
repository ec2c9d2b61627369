"""Information about a family by source: who told it, on which ground, what was told (S4-07)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.text import squeeze
from opora.families import actions as families
from opora.intake import policies
from opora.intake.models import SourceNote
from opora.intake.queries import get_source, has_consent
from opora.intake.rules.sources import CONSENT, LONGEST, LONGEST_NAME, needs_ground
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import workable


@transaction.atomic
def record_source(
    *, actor: Actor, route_id: int, kind: str, basis: str = "", who: str = "", text: str, on: date
) -> SourceNote:
    """Keep what was learned, sealed; whatever comes from outside the family names its ground. The paper is filed."""
    route = workable(actor=actor, route_id=route_id)
    policies.check_day(on, began=route.started_on)
    who, text = squeeze(who), text.strip()
    basis = basis if needs_ground(kind) else ""
    _check(route, kind, basis, who, text)
    note = SourceNote.objects.create(
        route=route,
        on=on,
        kind=kind,
        basis=basis,
        told={"who": who, "text": text},
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="intake.source_recorded", case_id=route.case_id, route=route.pk, day=on.isoformat())
    process.file_paper(actor=actor, route_id=route.pk, kind="sources", source=f"intake.source:{note.pk}", on=on)
    return note


@transaction.atomic
def void_source(*, actor: Actor, note_id: int, reason: str = "", is_undo: bool = False, on: date) -> SourceNote:
    """What should not have been kept, or not here, counts nowhere; it stays readable with the reason."""
    found, _route = get_source(actor=actor, note_id=note_id)
    note = SourceNote.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=note, what="source", reason=reason, is_undo=is_undo, on=on)
    return note


@transaction.atomic
def read_source(*, actor: Actor, note_id: int) -> tuple[SourceNote, Route, dict[str, str]]:
    """A note with who told what; reading it is a line in the journal."""
    note, route = get_source(actor=actor, note_id=note_id)
    words = families.open_sealed(
        actor=actor, record=note, field="told", verb="intake.source_read", case_id=route.case_id, route=route.pk
    )
    return note, route, words


def _check(route: Route, kind: str, basis: str, who: str, text: str) -> None:
    wrong: dict[str, object] = {}
    if kind not in SourceNote.Kind.values:
        wrong["kind"] = _("Choose from the list.")
    elif basis not in SourceNote.Basis.values or (needs_ground(kind) and not basis):
        wrong["basis"] = _("Say on which ground you asked or were told: outside the family the law wants one.")
    elif basis == CONSENT and not has_consent(route):
        wrong["basis"] = _(
            "No consent to data processing is filed on this path. Record it first, or name another ground."
        )
    if len(who) > LONGEST_NAME:
        wrong["who"] = _("This is too long to be kept. Shorten it.")
    if not text:
        wrong["text"] = _("Write what was told.")
    elif len(text) > LONGEST:
        wrong["text"] = _("This is too long to be kept. Shorten it.")
    if wrong:
        raise Invalid(wrong)
