"""Forms that were begun: the one of a page, all of a person's, and how many somebody has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from opora.access.rules import Actor
from opora.drafts.models import FormDraft
from opora.drafts.rules import PURPOSE
from opora.families.sealing import unseal

Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Begun:
    """A begun form as it was typed, by the fields' names."""

    typed: Typed
    revision: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class BegunLine:
    """A begun form in a list: how its page is called, where it goes on, when it was saved."""

    title: str
    form: str
    address: str
    route_id: int | None
    case_id: int | None
    saved_at: datetime


def begun(*, actor: Actor, form: str, subject: str) -> Begun | None:
    """What this person began of this form and has not sent."""
    found = FormDraft.objects.filter(user_id=actor.user_id or 0, form=form, subject=subject).first()
    if found is None:
        return None
    return Begun(unseal(found.words, PURPOSE)["typed"], found.revision, found.saved_at)


def drafts_of(*, actor: Actor, limit: int | None = None) -> list[BegunLine]:
    """All forms this person began, the newest first."""
    rows = FormDraft.objects.filter(user_id=actor.user_id or 0).order_by("-saved_at")[:limit]
    return [
        BegunLine(
            title=unseal(row.words, PURPOSE)["title"],
            form=row.form,
            address=row.address,
            route_id=row.route_id,
            case_id=row.case_id,
            saved_at=row.saved_at,
        )
        for row in rows
    ]


def count_drafts(*, user_id: int) -> dict[str, int]:
    """How many begun forms of which kind somebody has: for a hand-over, which sees none of their words."""
    rows = FormDraft.objects.filter(user_id=user_id).values_list("form").annotate(n=Count("pk")).order_by("form")
    return dict(rows)
