"""What came of closed cases, on five families counted by hand (IND-20 to IND-26, IND-30 to IND-35)."""

from datetime import date
from typing import Any

import pytest

from opora.assessments.models import Assessment
from opora.cases.models import Case, CaseChild, Closing, ClosingChild, FollowUp, FollowUpChild, FollowUpContact
from opora.circumstances.models import LifeChange
from opora.evidence.actions import refresh_facts
from opora.evidence.models import CaseFact
from opora.evidence.tests import world
from opora.indicators.tests.asking import AS_OF, answer, groups, parts, value
from opora.indicators.tests.by_hand import by_hand
from opora.indicators.tests.houses import told_of

pytestmark = pytest.mark.django_db


@by_hand("IND-20")
def test_children_who_kept_their_family_are_counted_with_the_known_ones_alone(five: list[Case]) -> None:
    """IND-20: of seven children four were at home, one in an institution, one with relatives, one nobody knows of."""
    assert parts("IND-20") == (4, 6, 1)
    assert groups("IND-20", split="home") == {"own_family": 1.0, "institution": 0.0, "relatives": 0.0, "unknown": None}


@by_hand("IND-20")
def test_a_child_of_two_cases_counts_once_and_by_the_newest_closing(five: list[Case]) -> None:
    """The child that was at home lives with relatives half a year later: one child, and no more at home."""
    child = five[3].children.get().person
    again = world.case(children=(), opened_on=date(2024, 2, 1), closed_on=date(2024, 12, 20))
    CaseChild.objects.create(case=again, person=child)
    ClosingChild.objects.create(closing=Closing.objects.get(case=again), person=child, placement="relatives")
    told_of([again])
    assert parts("IND-20") == (3, 6, 1)


@by_hand("IND-21")
def test_in_safety_needs_a_form_without_anything_critical(five: list[Case]) -> None:
    """IND-21: at home and nothing critical: two and one; without an exit form nobody knows; away is no."""
    assert parts("IND-21") == (3, 5, 2)


@by_hand("IND-20f", "IND-21f", "IND-24f", "IND-35f")
def test_at_the_look_back_only_what_was_told_counts(five: list[Case]) -> None:
    """IND-20f, IND-21f, IND-24f: due in June 2025; one child is safe at home, one at home with worries."""
    days = (date(2025, 1, 1), date(2025, 12, 31))
    visit = FollowUp.objects.get(case=five[0])
    contact = FollowUpContact.objects.create(follow_up=visit, on=visit.due_on, result="reached", family_state="copes")
    first, second = (one.person for one in five[0].children.order_by("position"))
    FollowUpChild.objects.create(contact=contact, person=first, placement="own_family", safety="safe")
    FollowUpChild.objects.create(contact=contact, person=second, placement="own_family", safety="concern")
    told_of(five)
    assert parts("IND-20f", days=days) == (2, 2, 5)
    assert parts("IND-21f", days=days) == (1, 2, 5)
    assert parts("IND-24f", days=days) == (1, 1, 4)
    assert parts("IND-20f", days=days, as_of=date(2025, 6, 9)) == (0, 0, 0), "before the day nothing was due"
    assert value("IND-35f", days=days) == 1.0, "the day of the look back is not entered as done"
    FollowUp.objects.filter(pk=visit.pk).update(done_on=visit.due_on)
    assert parts("IND-35f", days=days) == (4, 5, 0)


@by_hand("IND-30", "IND-31", "IND-32", "IND-35")
def test_well_being_is_told_of_pairs_and_the_missing_ones_stand_apart(five: list[Case]) -> None:
    """IND-30 to IND-32: weak sides 3→0, 2→2, 0→2, 2→0; one case has no exit form."""
    assert parts("IND-30") == (2, 4, 1)
    assert parts("IND-31") == (1.0, 4, 1)
    assert groups("IND-31", split="degree")["to_5"] is not None
    assert parts("IND-32") == (2, 4, 1)
    assert parts("IND-35") == (1, 5, 0)
    assert groups("IND-35", split="missing") == {"none": 0.0, "exit": 1.0}


@by_hand("IND-33", "IND-33e", "IND-33x", "IND-34", "IND-34n", "IND-34s", "IND-34x", "IND-35u")
def test_sections_and_items(five: list[Case]) -> None:
    """IND-33: sections 2→0, 2→2, 0→1, 1→0. IND-34: of 20 ratings at entry 11 are weak, one is missing."""
    assert parts("IND-33") == (0.5, 4, 1)
    assert parts("IND-33e") == (1.5, 4, 1)
    assert parts("IND-33x") == (0.5, 4, 1)
    assert parts("IND-34") == (11, 19, 1)
    assert parts("IND-34x") == (4, 16, 0)
    assert parts("IND-34s") == (5, 7, 0), "weak at entry 3 + 2 + 0 + 2 with an exit form; of them 3 + 0 + 0 + 2 solved"
    assert parts("IND-34n") == (2, 8, 0)
    assert parts("IND-35u") == (1, 36, 0)


@by_hand("IND-25", "IND-26")
def test_competence_and_hardship(five: list[Case]) -> None:
    """IND-25: parenting better once, worse once, the same twice. IND-26: money weak at entry in four families."""
    assert parts("IND-25") == (1, 4, 0)
    assert parts("IND-26") == (2, 3, 1)


@by_hand("IND-24")
def test_stabilized_needs_everything_and_one_no_is_enough(five: list[Case]) -> None:
    """IND-24: critical items in one family, a child away in two; the rest lacks goals or a home, so nobody knows."""
    assert parts("IND-24") == (0, 2, 3)
    LifeChange.objects.create(case=five[0], kind="housing", value="rented", on=date(2024, 6, 1))
    Closing.objects.filter(case=five[0]).update(goals_achieved=3, goals_total=4)
    assert parts("IND-24") == (0, 2, 3), "without a plan its threshold is not known"


@by_hand("IND-23")
def test_on_their_own(five: list[Case]) -> None:
    """IND-23: a rented home with children is yes, relatives is no, no home told of is unknown."""
    LifeChange.objects.create(case=five[0], kind="housing", value="rented", on=date(2024, 6, 1))
    LifeChange.objects.create(case=five[1], kind="housing", value="with_relatives", on=date(2024, 6, 1))
    assert parts("IND-23") == (1, 3, 2), "the family whose only child lives with relatives is no as well"


@by_hand("IND-30")
def test_programs_do_not_hide_in_the_whole(five: list[Case]) -> None:
    other = five[4].program
    assert parts("IND-30", program_ids=(other.pk,)) == (1, 1, 0)
    assert groups("IND-30", split="program") == {str(five[0].program_id): 1 / 3, str(other.pk): 1.0}


@by_hand("IND-20")
def test_a_year_without_a_case_has_no_share_and_says_why() -> None:
    told = answer("IND-20").figure
    assert (told.value, told.denominator, told.reason) == (None, 0, "nobody")


@by_hand("IND-20", "IND-30")
def test_palliative_families_are_counted_apart(five: list[Case]) -> None:
    CaseFact.objects.filter(case=five[0]).update(is_palliative=True)
    assert parts("IND-30") == (1, 3, 1)
    assert parts("IND-20") == (2, 4, 1)


@by_hand("IND-30")
def test_only_what_became_known_counts_as_of_a_day(five: list[Case]) -> None:
    assert answer("IND-30", as_of=AS_OF).figure.denominator == 4
    period: dict[str, Any] = {"days": (date(2024, 1, 1), date(2024, 11, 30))}
    assert answer("IND-30", **period).figure.reason == "nobody", "the cases were closed in December"


@by_hand("IND-35r")
def test_late_assessments_of_open_cases() -> None:
    open_one = world.case(closed_on=None)
    world.total(open_one, "entry", 5, on=date(2024, 1, 10))
    calm = world.case(closed_on=None, opened_on=date(2024, 11, 1))
    Assessment.objects.create(
        case=calm, point="entry", weak=3, on=date(2024, 12, 1), status="approved", instrument_code="efo"
    )
    refresh_facts(case_ids=[open_one.pk, calm.pk])
    assert parts("IND-35r") == (1, 2, 0)
