"""What the import of a register needs to know about cases that are there already."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from opora.access.rules import Actor
from opora.cases.models import Case, CaseChild, FollowUp, Stay
from opora.cases.queries.visible import even_voided
from opora.cases.rules.imported import ImportedCase
from opora.common.among import among

AT_ONCE = 2_000
_TOLD = (
    *("pk", "number", "is_imported", "revision", "voided_on"),
    *("program_id", "department_id", "family_id", "client_id", "opened_on", "closed_on"),
)


def known_cases(*, actor: Actor, department_ids: Collection[int]) -> Iterator[dict[tuple[int, str], ImportedCase]]:
    """Every case of some departments as a register would tell it, by department and number in one spelling.

    They come by the thousand: a house may have many more than a register names. `lived` marks cases that were opened
    here or, once imported, changed here: a register must not overwrite what people have recorded since.
    """
    seen = even_voided(actor, "registry.import").filter(department_id__in=department_ids)
    ids = list(seen.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        yield _told(ids[start : start + AT_ONCE])


def _told(ids: list[int]) -> dict[tuple[int, str], ImportedCase]:
    children: dict[int, list[int]] = defaultdict(list)
    named = CaseChild.objects.filter(among("case_id", ids)).order_by("position", "pk")
    for case_id, person_id in named.values_list("case_id", "person_id"):
        children[case_id].append(person_id)
    stays = Stay.objects.filter(among("case_id", ids)).order_by("from_on")
    extended: dict[int, date | None] = dict(stays.values_list("case_id", "planned_until"))
    looks = FollowUp.objects.filter(among("case_id", ids), cancelled_at=None).order_by("due_on")
    done: dict[int, date | None] = dict(looks.values_list("case_id", "done_on"))
    found = {}
    cases = Case.every.filter(among("pk", ids)).order_by("pk")
    for pk, number, is_imported, revision, voided_on, *said in cases.values_list(*_TOLD):
        program_id, department_id, family_id, client_id, opened_on, closed_on = said
        known = ImportedCase(
            number=number,
            program_id=program_id,
            department_id=department_id,
            family_id=family_id,
            client_id=client_id,
            child_ids=tuple(children[pk]),
            opened_on=opened_on,
            closed_on=closed_on,
            extended_to=extended.get(pk),
            followed_up_on=done.get(pk),
            has_stay=pk in extended,
            case_id=pk,
            lived=not is_imported or revision > 0 or voided_on is not None,
        )
        found[known.key] = known
    return found
