"""The signs of `rules.signs` as conditions of the database; a test draws random cases and compares both."""

from collections.abc import Mapping

from django.db.models import Count, F, Max, Q, QuerySet, RowRange, Window

from opora.evidence.models import CaseFact
from opora.evidence.rules.signs import COMPLETE_ENOUGH, Sign

PAIRED = Q(change__isnull=False)
MEASURED = Q(entry__isnull=False) | Q(exit__isnull=False)
WITHOUT_ITEMS = MEASURED & Q(has_items=False)
WITHOUT_ASSESSOR = MEASURED & Q(assessor_known=False)
WITHOUT_SECTIONS = Q(entry__isnull=False, entry_sections=None) | Q(exit__isnull=False, exit_sections=None)

ROW_SIGNS: Mapping[Sign, Q] = {
    Sign.EXITS_MISSING: Q(exit=None),
    Sign.ENTRIES_MISSING: Q(entry=None),
    Sign.FOLLOW_UP_LATE: Q(followed_up_on__gt=F("follow_up_due_on")),
    Sign.FOLLOW_UP_WITHOUT_SCORE: Q(followed_up_on__isnull=False, follow_up_score=None),
    Sign.PLACEMENT_NOT_RECORDED: Q(children_known__lt=F("children")),
    Sign.TOTALS_WITHOUT_ITEMS: WITHOUT_ITEMS | WITHOUT_ASSESSOR | WITHOUT_SECTIONS,
    Sign.RATINGS_INCOMPLETE: Q(entry_complete__lt=COMPLETE_ENOUGH) | Q(exit_complete__lt=COMPLETE_ENOUGH),
    Sign.NO_SECTION_AT_ENTRY: Q(entry_sections=0),
    Sign.CHANGE_WITHIN_NOISE: Q(change=1),
    Sign.CRITERIA_DISAGREE: Q(change__gte=1, solved=0) | Q(change__lt=1, solved__gte=1),
    Sign.UNRATED_ITEMS_MOVE_TOTAL: Q(change__lt=F("change_both")) | Q(change__gt=F("change_both")),
}


def out_of_order(seen: QuerySet[CaseFact]) -> QuerySet[CaseFact]:
    """Cases that began before a case with a lower number of the same program, department and series."""
    latest_before = Window(
        Max("opened_on"),
        partition_by=["program_id", "department_id", "number_series"],
        order_by=["number_order", "opened_on", "case_id"],
        frame=RowRange(end=-1),
    )
    return seen.filter(number_order__isnull=False).alias(latest=latest_before).filter(latest__gt=F("opened_on"))


def spellings(seen: QuerySet[CaseFact]) -> list[tuple[int, int, str, str, int]]:
    """How numbers are spelled: program, department, series, shape, number of cases."""
    return list(
        seen.order_by()
        .values_list("program_id", "department_id", "number_series", "number_shape")
        .annotate(cases=Count("*"))
    )


def unusual_spellings(counted: list[tuple[int, int, str, str, int]]) -> list[tuple[int, int, str, str, int]]:
    """The groups spelled unlike most of their series; of equally common spellings the first is usual."""
    usual: dict[tuple[int, int, str], tuple[int, str]] = {}
    for program, department, series, shape, cases in counted:
        here = (-cases, shape)
        usual[program, department, series] = min(usual.get((program, department, series), here), here)
    return [group for group in counted if group[3] != usual[group[0], group[1], group[2]][1]]
