"""Forms that were begun: the one of a page, and all of a person's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Case, When

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.common.planning import ask_known
from opora.drafts.models import FormDraft
from opora.drafts.queries.fate import open_to, with_record
from opora.drafts.queries.lapsed import lapsed, sentences
from opora.families.sealing import opened, sealed_field

Typed = Mapping[str, Sequence[str]]

# Every form asks it when it is opened.
_BEGUN = """
SELECT words, revision, saved_at FROM drafts_formdraft
 WHERE user_id = %s AND form = %s AND subject = %s AND NOT is_gone
"""


@dataclass(frozen=True, slots=True)
class Begun:
    """A begun form as it was typed, by the fields' names."""

    typed: Typed
    revision: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class BegunLine:
    """A begun form in a list: how its page is called, where it goes on, when it was saved.

    ``ends_on`` is the day on which its words go or went (``is_gone``), and ``why`` the reason; a form whose record
    has ended is told so at once, before a day is set. ``lapse`` is the sentence of the form's room about its record.
    """

    id: int
    title: str
    address: str
    route_id: int | None
    case_id: int | None
    number: str
    saved_at: datetime
    why: str = ""
    lapse: Any = ""
    ends_on: date | None = None
    is_gone: bool = False


def begun(*, actor: Actor, form: str, subject: str) -> Begun | None:
    """What this person began of this form and has not sent."""
    found = ask_known(_BEGUN, [actor.own_id, form, subject])
    if not found:
        return None
    words, revision, saved_at = found[0]
    return Begun(sealed_field(FormDraft, "words").open(words)["typed"], revision, saved_at)


def title_of(*, actor: Actor, form: str, subject: str) -> str:
    """How the page of a form this person began is called; empty for one not begun."""
    found = FormDraft.objects.filter(user_id=actor.own_id, form=form, subject=subject).first()
    return str(opened(found, "words")["title"]) if found else ""


def drafts_of(*, actor: Actor, limit: int | None = None) -> list[BegunLine]:
    """All forms this person began, the newest first; of a record that does not open any more only that it was begun."""
    rows = with_record().filter(user_id=actor.own_id).annotate(is_open=Case(When(open_to(actor), then=True)))
    found = list(rows[:limit])
    ended = lapsed(found)
    return [_line(row, row.is_open, ended.get(row.pk, "")) for row in found]


def draft_of(*, actor: Actor, draft_id: int) -> BegunLine:
    """One of them; NotFound for one of somebody else."""
    rows = with_record().filter(user_id=actor.own_id, pk=draft_id)
    row = rows.annotate(is_open=Case(When(open_to(actor), then=True))).first()
    if row is None:
        raise NotFound
    return _line(row, row.is_open, lapsed([row]).get(row.pk, ""))


def _line(row: Any, is_open: bool | None, lapse: str) -> BegunLine:
    found = BegunLine(
        id=row.pk,
        title=opened(row, "words")["title"] if is_open else "",
        address=row.address,
        route_id=row.route_id,
        case_id=row.known_case_id,
        number=row.number or "",
        saved_at=row.saved_at,
        why=row.why,
        ends_on=row.ends_on,
        is_gone=row.is_gone,
    )
    if not is_open:
        return replace(found, route_id=None, case_id=None, number="", address="", why=found.why or FormDraft.Why.SHUT)
    if row.is_over:
        return replace(found, why=found.why or FormDraft.Why.OVER)
    if lapse or row.why == FormDraft.Why.LAPSED:
        return replace(found, why=FormDraft.Why.LAPSED, lapse=sentences().get(lapse or row.lapse, ""))
    return found
