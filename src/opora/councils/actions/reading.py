"""Looking at what people said in a vote or a council is a line in the journal."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.councils.models import Ballot
from opora.councils.queries import BallotView, ConferenceView, ballot_view, conference_view
from opora.councils.queries.matter import Matter, matter_of, report_of
from opora.families.actions import name_people
from opora.families.rules import Identity
from opora.intake.actions import read_report


@transaction.atomic
def read_ballot(*, actor: Actor, ballot_id: int) -> BallotView:
    """The vote with what this person may know of it."""
    view = ballot_view(actor=actor, ballot_id=ballot_id)
    audit.record(actor=actor, verb="councils.ballot_read", case_id=view.ballot.route.case_id, ballot=ballot_id)
    return view


@transaction.atomic
def read_matter(*, actor: Actor, view: BallotView, on: date) -> Matter | None:
    """What is decided on, for whoever has opened the vote; None with a conflict of interest, and for minutes only.

    The report and the names that are shown are lines in the journal, each its own.
    """
    if view.is_hidden or view.is_own_only:
        return None
    ballot = view.ballot
    given = report_of(ballot)
    sections = read_report(actor=actor, report_id=given[0].pk)[2] if given[0] is not None else {}
    return matter_of(actor=actor, ballot=ballot, names=_names(actor, ballot, on), given=given, sections=sections, on=on)


def _names(actor: Actor, ballot: Ballot, on: date) -> Mapping[int, Identity]:
    """The names of the family for its team, before a case is opened too; nothing for those who know it by codes."""
    route = ballot.route
    return name_people(actor=actor, family_id=route.family_id, case_id=route.case_id, on=on).identities


@transaction.atomic
def read_conference(*, actor: Actor, conference_id: int) -> ConferenceView:
    """The minutes of a council."""
    view = conference_view(actor=actor, conference_id=conference_id)
    route = view.conference.route
    audit.record(actor=actor, verb="councils.conference_read", case_id=route.case_id, route=route.pk)
    return view
