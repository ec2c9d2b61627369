"""Begun forms about people that can be written no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.families.models import Person

_SAID = {"person.merged": _("This record was brought together with another one: go on with that one.")}


def _merged(person_ids: Collection[int]) -> dict[int, str]:
    found = Person.objects.filter(pk__in=person_ids, merged_into__isnull=False)
    return dict.fromkeys(found.values_list("pk", flat=True), "person.merged")


LAPSES = (Lapse(("families:edit",), by_number("person_id", _merged), _SAID),)
