"""Begun forms about cases that can be written no more."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from opora.cases.models import Case
from opora.common.lapses import Lapse, Subject, by_number
from opora.families.models import Person
from opora.families.queries.belonging import with_own_family

_OPEN = {"case.open": _("The case is open again, so this form cannot be sent any more.")}
_OWN = {"person.own_family": _("This person has a family of the own by now, so this form cannot be sent any more.")}


def _open(case_ids: Collection[int]) -> dict[int, str]:
    found = Case.objects.filter(pk__in=case_ids, closed_on=None)
    return dict.fromkeys(found.values_list("pk", flat=True), "case.open")


def _with_own_family(subjects: Sequence[Subject]) -> list[str]:
    """Whoever grew up and has a family already is not given a second one."""
    families = dict(Case.every.filter(pk__in=[one["case_id"] for one in subjects]).values_list("pk", "family_id"))
    return [_own_family(one["person_id"], families.get(int(one["case_id"]), 0)) for one in subjects]


def _own_family(person_id: str, family_id: int) -> str:
    person = with_own_family(Person.objects.filter(pk=person_id), family_id).first()
    return "person.own_family" if getattr(person, "has_own_family", False) else ""


LAPSES = (
    Lapse(("cases:reopen", "cases:correct_closing"), by_number("case_id", _open), _OPEN),
    Lapse(("cases:own_family",), _with_own_family, _OWN),
)
