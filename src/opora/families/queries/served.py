"""Everybody who belongs or belonged to some families, for counting whom the house helped; names are shown to nobody."""

from collections import defaultdict
from collections.abc import Collection

from opora.families.models import FamilyMember
from opora.families.queries.childhood import births_of, spans_of_row
from opora.families.rules.childhood import Ended, RoleSpan
from opora.families.rules.served import Member


def members_of(family_ids: Collection[int]) -> list[Member]:
    """With sex, roles and birth, as far as each is known; who was entered by mistake is not among them."""
    found = FamilyMember.objects.filter(family_id__in=family_ids).exclude(ended=Ended.MISTAKE).order_by("pk")
    roles: dict[tuple[int, int], list[RoleSpan]] = defaultdict(list)
    sexes: dict[int, str] = {}
    named: set[int] = set()
    columns = ("family_id", "person_id", "person__sex", "person__revision")
    for family, person, sex, revision, *span in spans_of_row(found, *columns):
        roles[family, person].append(RoleSpan(*span))
        sexes[person] = sex
        if revision:
            named.add(person)
    births = births_of(named)
    return [
        Member(person, family, sexes[person], tuple(spans), births.get(person))
        for (family, person), spans in roles.items()
    ]
