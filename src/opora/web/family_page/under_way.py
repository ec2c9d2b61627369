"""What goes on around a family beside its records: what waits, runs, ends or was begun; its rooms are asked as one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from opora.assessments.queries import ask_drafts
from opora.common.asked_together import Asking, answers_to
from opora.councils.queries import ask_open_ballot
from opora.evidence.queries.reviews import ask_review_due
from opora.intake.queries import ask_unapproved_visit
from opora.intake.queries.risk_review import RiskStanding, ask_risk
from opora.papers.queries import ask_ending, ask_unsigned
from opora.partners.queries import ask_unhelped
from opora.web.family_page.subject import Subject

if TYPE_CHECKING:
    from opora.councils.models import Ballot
    from opora.intake.models import Visit
    from opora.papers.models import Consent, Letter
    from opora.partners.models import OnwardReferral

_ENDING = timedelta(days=30)
"""A consent that ends within so many days is to be renewed."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The answers; what was not asked for, because nothing needs it, is as if it were not there.

    ``drafts`` are this person's unfinished assessments by their point; ``onward`` is a referral that brought no help
    yet, or of which nobody knows.
    """

    risk: RiskStanding | None = None
    consents: "Sequence[Consent]" = ()
    review_due_on: date | None = None
    drafts: Mapping[str, datetime] = field(default_factory=dict)
    visit: "Visit | None" = None
    ballot: "Ballot | None" = None
    onward: "OnwardReferral | None" = None
    letters: "Sequence[tuple[Letter, str]]" = ()


def under_way(subject: Subject) -> UnderWay:
    """Everything of it that the page of this family needs, by one question."""
    return UnderWay(**answers_to({**_of_path(subject), **_of_case(subject), **_begun(subject)}))


def wanted(subject: Subject) -> Collection[str]:
    """The papers that steps from the present stage lack, where this person may work."""
    if subject.path is None or not subject.may_work:
        return frozenset()
    return {lack.id for one in subject.path.options for lack in one.lacks if lack.kind == "document"}


def _of_path(subject: Subject) -> dict[str, Asking[Any]]:
    if subject.route is None:
        return {}
    return {"risk": ask_risk(subject.route), "consents": ask_ending(subject.route, until=subject.on + _ENDING)}


def _of_case(subject: Subject) -> dict[str, Asking[Any]]:
    if subject.case_id is None or subject.is_over:
        return {}
    asked: dict[str, Asking[Any]] = {"review_due_on": ask_review_due(subject.case_id)}
    if subject.reaches("assessment.write") and subject.actor.user_id is not None:
        asked["drafts"] = ask_drafts(user_id=subject.actor.user_id, case_id=subject.case_id)
    return asked


def _begun(subject: Subject) -> dict[str, Asking[Any]]:
    """By the paper it will become: only what is asked for is read."""
    lacking, asked = wanted(subject), dict[str, Asking[Any]]()
    if "visit_report" in lacking:
        asked["visit"] = ask_unapproved_visit(subject.known_route)
    if "vote_minutes" in lacking:
        asked["ballot"] = ask_open_ballot(subject.known_route)
    if "referral_confirmed" in lacking:
        asked["onward"] = ask_unhelped(subject.known_route)
    if {"contract", "application"} & set(lacking):
        asked["letters"] = ask_unsigned(subject.known_route)
    return asked
