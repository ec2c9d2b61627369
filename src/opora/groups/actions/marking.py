"""Who came to a meeting, how many came unregistered, what was given to do at home and what families did of it."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.groups.actions.following import follow
from opora.groups.actions.keeping import hold_session
from opora.groups.models import HomeworkResult, Mark, Participant, Session

MOST_HEADS = 100_000
LONGEST, LONGEST_COMMENT = 4_000, 500
Place = tuple[int | None, int | None]


@transaction.atomic
def mark(
    *,
    actor: Actor,
    session_id: int,
    marks: Mapping[int, str],
    heads: int = 0,
    homework: str = "",
    homework_due_on: date | None = None,
    results: Mapping[Place, str] | None = None,
    comments: Mapping[Place, str] | None = None,
    on: date,
) -> Session:
    """The sheet of a meeting as it stands now, for the first time or put right; ``marks`` by line of the list.

    Whoever is left out keeps no mark. The service of each family follows, and is never there twice.
    """
    session = hold_session(actor=actor, session_id=session_id)
    wrong: dict[str, object] = {}
    told = {pk: state for pk, state in marks.items() if state}
    listed = Participant.objects.filter(group_id=session.group_id)
    known = {one.pk: (one.route_id, one.case_id) for one in listed}
    if session.on > on:
        wrong["__all__"] = _("This meeting is still to come. Mark it on its day.")
    if set(told) - known.keys() or set(told.values()) - set(Mark.State.values):
        wrong["__all__"] = _("The list has changed meanwhile. Look at it again.")
    if not 0 <= heads <= MOST_HEADS:
        wrong["heads"] = _("Enter a number from 0 to 100,000.")
    if len(homework) > LONGEST:
        wrong["homework"] = _("This is too long to be kept. Shorten it.")
    if homework_due_on is not None and homework_due_on < session.on:
        wrong["homework_due_on"] = _("The homework is due on the day on which it was given or later.")
    if any(len(said) > LONGEST_COMMENT for said in (comments or {}).values()):
        wrong["__all__"] = _("A comment is too long to be kept. Shorten it.")
    if wrong:
        raise Invalid(wrong)
    session.marks.exclude(participant_id__in=told).delete()
    Mark.objects.bulk_create(
        [Mark(session=session, participant_id=pk, state=state) for pk, state in told.items()],
        update_conflicts=True,
        unique_fields=["session", "participant"],
        update_fields=["state"],
    )
    session.is_held, session.heads, session.homework = True, heads, homework.strip()
    session.homework_due_on = homework_due_on if session.homework is not None else None
    session.save(update_fields=["is_held", "heads", "homework", "homework_due_on"])
    _homework(actor, session, results or {}, comments or {}, set(known.values()))
    follow(actor, session)
    audit.record(actor=actor, verb="groups.marked", group=session.group_id, day=session.on.isoformat())
    return session


def _homework(
    actor: Actor, session: Session, results: Mapping[Place, str], comments: Mapping[Place, str], known: set[Place]
) -> None:
    if session.homework is None:
        results = {}
    if set(results) - known or {state for state in results.values() if state} - set(HomeworkResult.State.values):
        raise Invalid({"__all__": _("The list has changed meanwhile. Look at it again.")})
    before = {(one.route_id, one.case_id): one for one in session.results.all()}
    for place, one in before.items():
        if not results.get(place):
            one.delete()
    for place, state in results.items():
        if not state:
            continue
        told = before.get(place) or HomeworkResult(
            session=session, route_id=place[0], case_id=place[1], by_id=actor.user_id
        )
        told.state, told.comment = state, comments.get(place, "").strip()
        told.save()
