"""What the marks of a meeting mean for the services of families: each that came has the service once."""

from uuid import UUID, uuid5

from opora.access.models import RoleAssignment
from opora.access.rules import Actor
from opora.catalogue.models import Service
from opora.groups.models import Mark, Session
from opora.services.actions import follow_list
from opora.services.actions.giving import Recipient
from opora.services.rules import may_give

_SPACE = UUID("5b0f6f0e-8f0f-4f0a-9b57-3d1d4a6f2c11")


def origin_of(session: Session) -> str:
    """How services name the meeting they come from."""
    return session.origin


def mark_of(session: Session) -> UUID:
    """The mark that the services of one meeting have in common."""
    return uuid5(_SPACE, origin_of(session))


def way_of(service: Service) -> str:
    """In which way a service is given at a meeting."""
    return next((one for one in ("group", "event") if one in service.formats), service.formats[0])


def follow(actor: Actor, session: Session) -> None:
    """Make the services of families what the marks say; a group that counts as no service gives none.

    What was given while it counted as one stays with whoever came, and with nobody else.
    """
    service = session.group.service
    came: dict[tuple[int | None, int | None], list[int]] = {}
    marks = Mark.objects.filter(session=session, state=Mark.State.CAME, participant__voided_on=None)
    for mark in marks.select_related("participant").order_by("participant_id"):
        one = mark.participant
        came.setdefault((one.route_id, one.case_id), []).append(one.person_id)
    follow_list(
        actor=actor,
        origin=origin_of(session),
        together=mark_of(session),
        recipients=[Recipient(route, case, tuple(dict.fromkeys(people))) for (route, case), people in came.items()],
        service_id=service.pk if service is not None else None,
        on=session.on,
        at=session.at,
        minutes=session.minutes,
        format=way_of(service) if service is not None else "",
        worker_id=giver_of(service, session) if service is not None else None,
    )


def giver_of(service: Service, session: Session) -> int | None:
    """The first leader to whom the catalogue lets this service be given."""
    held: dict[int, set[str]] = {}
    leaders = session.group.leaders.values("pk")
    for user_id, role in RoleAssignment.objects.filter(user_id__in=leaders).values_list("user_id", "role"):
        held.setdefault(user_id, set()).add(role)
    return next((pk for pk, roles in sorted(held.items()) if may_give(service.givers, roles)), None)
