"""What the import of a register needs to know about cases that are there already."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from opora.access.rules import Actor
from opora.cases.models import Case, CaseChild, FollowUp, Stay
from opora.cases.queries.visible import even_voided
from opora.cases.rules.imported import ImportedCase

_TOLD = (
    *("pk", "number", "is_imported", "revision", "voided_on"),
    *("program_id", "department_id", "family_id", "client_id", "opened_on", "closed_on"),
)


def known_cases(*, actor: Actor, department_ids: Collection[int]) -> dict[tuple[int, str], ImportedCase]:
    """Every case of some departments as a register would tell it, by department and number in one spelling.

    `lived` marks cases that were opened here or, once imported, changed here: a register must not overwrite what
    people have recorded since.
    """
    cases = Case.every.filter(
        pk__in=even_voided(actor, "registry.import").filter(department_id__in=department_ids).values("pk")
    )
    ids = cases.values("pk")
    children: dict[int, list[int]] = defaultdict(list)
    for case_id, person_id in (
        CaseChild.objects.filter(case_id__in=ids).order_by("position", "pk").values_list("case_id", "person_id")
    ):
        children[case_id].append(person_id)
    extended: dict[int, date | None] = dict(
        Stay.objects.filter(case_id__in=ids).order_by("from_on").values_list("case_id", "planned_until")
    )
    done: dict[int, date | None] = dict(
        FollowUp.objects.filter(case_id__in=ids, cancelled_at=None).order_by("due_on").values_list("case_id", "done_on")
    )
    found = {}
    for pk, number, is_imported, revision, voided_on, *said in cases.values_list(*_TOLD).iterator(chunk_size=5_000):
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
