"""Begun forms about groups and their meetings that can be sent no more."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.common.lapses import VOIDED, VOIDED_SAID, Lapse, by_number, ended, voided
from opora.groups.models import Commitment, Group, Guest, Participant, Session

_SAID = {
    **VOIDED_SAID,
    "session.removed": _("The meeting was taken off the plan meanwhile, so this form cannot be sent any more."),
    "participant.left": _("This person is not on the list any more, so this form cannot be sent."),
    "agreed.task": _("This has become a task of the plan meanwhile."),
}

_taken_back = voided(Commitment)


def _removed(session_ids: Collection[int]) -> dict[int, str]:
    """Meetings that are there no more."""
    there = set(Session.objects.filter(pk__in=session_ids).values_list("pk", flat=True))
    return {pk: "session.removed" for pk in session_ids if pk not in there}


def _left(numbers: Collection[int]) -> object:
    return Participant.every.filter(Q(left_on__isnull=False) | Q(voided_on__isnull=False), pk__in=numbers)


def _made_or_voided(numbers: Collection[int]) -> dict[int, str]:
    made = Commitment.every.filter(pk__in=numbers, task__isnull=False)
    return dict.fromkeys(made.values_list("pk", flat=True), "agreed.task") | _taken_back(numbers)


def _voided_groups(numbers: Collection[int]) -> object:
    return Group.every.filter(pk__in=numbers, voided_on__isnull=False)


LAPSES = (
    Lapse(("groups:void",), by_number("group_id", ended(VOIDED, _voided_groups)), _SAID),
    Lapse(
        ("groups:sheet", "groups:session_change", "groups:guest", "groups:agree"),
        by_number("session_id", _removed),
        _SAID,
    ),
    Lapse(("groups:leave",), by_number("participant_id", ended("participant.left", _left)), _SAID),
    Lapse(("groups:make_task",), by_number("commitment_id", _made_or_voided), _SAID),
    Lapse(("groups:guest_change",), by_number("guest_id", voided(Guest)), _SAID),
    Lapse(("groups:agreed_change",), by_number("commitment_id", _taken_back), _SAID),
)
