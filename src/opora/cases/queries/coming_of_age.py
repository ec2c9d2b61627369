"""When the youngest child of a case turns eighteen: computed from the sealed birth dates, kept nowhere (S4-39)."""

from collections.abc import Collection

from opora.cases.models import CaseChild
from opora.cases.rules.coming_of_age import ComingOfAge, youngest_of_age
from opora.families import queries as families
from opora.families.rules import Birth


def coming_of_age(case_ids: Collection[int]) -> dict[int, ComingOfAge]:
    """The day of each case; for rooms that have asked whether the cases may be seen and names read in them.

    Opens the birth dates of the children of these cases, so it is asked of a few cases at a time.
    """
    children = CaseChild.objects.filter(case_id__in=case_ids).select_related("person", "person__key")
    rows = list(children.order_by("case_id", "position"))
    births = families.births(row.person for row in rows)
    born: dict[int, list[Birth | None]] = {case_id: [] for case_id in case_ids}
    for row in rows:
        born[row.case_id].append(births.get(row.person_id))
    return {case_id: youngest_of_age(told) for case_id, told in born.items()}
