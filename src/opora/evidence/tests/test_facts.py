"""Facts of cases: what the database computes is what the rules say."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import median_low

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.models import User
from opora.access.rules import SYSTEM
from opora.cases.models import Case
from opora.cases.queries import children_then
from opora.cases.rules.follow_up_due import follow_up_due
from opora.evidence.actions import count_all_months, count_old_months, refresh_facts
from opora.evidence.models import CaseFact, MonthTally
from opora.evidence.queries import monthly, outcomes, rows_behind, usual_days
from opora.evidence.queries.children import told_twice, twice_by_program
from opora.evidence.queries.put_together import same_for_all
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts
from opora.evidence.queries.signs import ROW_SIGNS
from opora.evidence.queries.tallies import count_up, early_by_program, out_of_order, tallies
from opora.evidence.rules import Cohort, Measured, Sign, pair, tally, with_cases
from opora.evidence.rules.findings import cases_behind
from opora.evidence.rules.rows import number_order, number_series, number_shape

from . import world

pytestmark = pytest.mark.django_db

DAY = date(2024, 1, 1)

several = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)

written_forms = st.lists(
    st.tuples(
        st.sampled_from(["entry", "review", "exit", "follow_up"]),
        st.sampled_from(["efo", "old"]),
        st.integers(0, 9),
        st.sampled_from(["approved", "approved", "submitted", "returned", "replaced"]),
        st.integers(0, 48),
    ),
    max_size=8,
)


def possible(forms):
    """Of the drawn forms those a case can have: one entry per form, and no two of a kind on one day."""
    taken = set()
    for one in forms:
        point, instrument, day, status, _ = one
        marks = {(point, instrument, day), (point, instrument) if point == "entry" else one}
        if status == "replaced" or not marks & taken:
            taken |= marks if status != "replaced" else set()
            yield one


class Undone(Exception):
    """Ends a block whose rows nobody needs afterwards."""


def fact(case):
    refresh_facts(case_ids=[case.pk])
    return CaseFact.objects.get(pk=case.pk)


@several
@given(st.lists(written_forms, min_size=1, max_size=8))
def test_the_database_pairs_forms_as_the_rules_do(cases):
    with pytest.raises(Undone), transaction.atomic():
        expected = {}
        for forms in cases:
            case = world.case()
            measured = []
            for episode, (point, instrument, day, status, weak) in enumerate(possible(forms)):
                on = DAY + timedelta(days=day)
                made = world.total(case, point, weak, on=on, status=status, instrument=instrument, episode=episode)
                measured.append(Measured(made.pk, point, instrument, on, status == "approved", weak))
            expected[case.pk] = pair(measured)
        refresh_facts(case_ids=expected)
        for found in CaseFact.objects.filter(pk__in=expected):
            rule = expected[found.pk]
            assert found.entry_id == (rule.entry and rule.entry.assessment_id)
            assert found.exit_id == (rule.exit and rule.exit.assessment_id)
            assert (found.entry, found.exit) == (rule.entry and rule.entry.weak, rule.exit and rule.exit.weak)
            assert found.follow_up_score == (rule.follow_up and rule.follow_up.weak)
            assert found.change == (rule.entry.weak - rule.exit.weak if rule.entry and rule.exit else None)
        raise Undone


rating = st.one_of(st.none(), st.integers(0, 3))


@several
@given(st.lists(st.tuples(rating, rating), min_size=1, max_size=12))
def test_items_solved_and_new_are_counted_on_items_rated_both_times(ratings):
    with pytest.raises(Undone), transaction.atomic():
        case, version = world.case(), world.version()
        world.form(case, "entry", [before for before, _ in ratings], in_version=version)
        world.form(case, "exit", [after for _, after in ratings], in_version=version, on=date(2024, 12, 1))
        found = fact(case)
        both = [(b >= 2, a >= 2) for b, a in ratings if b is not None and a is not None]
        assert found.rated_both == len(both)
        assert found.solved == sum(before and not after for before, after in both)
        assert found.new == sum(after and not before for before, after in both)
        assert found.change_both == found.solved - found.new
        assert found.entry_complete == pytest.approx(sum(b is not None for b, _ in ratings) / len(ratings))
        raise Undone


def test_scores_that_are_sums_change_by_sums():
    case, version = world.case(), world.version(scoring="sum_scores")
    world.form(case, "entry", [3, 3, None], in_version=version)
    world.form(case, "exit", [1, None, 3], in_version=version, on=date(2024, 12, 1))
    assert (fact(case).change_both, fact(case).solved) == (2, 1)


def test_a_new_version_of_the_form_with_another_threshold_is_compared_by_weakness():
    case = world.case()
    world.form(case, "entry", [2, 2], in_version=world.version(weak_from=2))
    world.form(case, "exit", [2, 1], in_version=world.version(weak_from=3), on=date(2024, 12, 1))
    assert (fact(case).solved, fact(case).change_both) == (2, 2)


def test_a_total_is_no_item_and_an_imported_form_has_no_assessor():
    case = world.case()
    world.total(case, "entry", 20)
    found = fact(case)
    assert (found.has_items, found.assessor_known, found.solved, found.entry_sections) == (False, False, None, None)
    world.form(case, "exit", [0, 0], in_version=world.version(), on=date(2024, 12, 1))
    assert (fact(case).has_items, fact(case).change) == (False, 20)


def test_a_filled_form_has_items_and_its_assessor():
    case, version = world.case(), world.version()
    helper = User.objects.create(email="helper@example.org", name="Ирина")
    world.form(case, "entry", [3, 3, 0, 0], in_version=version, assessor=helper)
    found = fact(case)
    assert (found.has_items, found.assessor_known, found.entry_sections) == (True, True, 1)
    assert found.entry_by_section == [2, 0]
    world.form(case, "exit", [0, 0, 0, 0], in_version=version, on=date(2024, 12, 1))
    assert not fact(case).assessor_known


def test_a_case_without_forms_has_neither_items_nor_assessor():
    found = fact(world.case())
    assert (found.has_items, found.assessor_known, found.entry, found.change) == (False, False, None, None)


def test_days_children_and_codes_come_from_the_case():
    case = world.case(
        "17/2021 лд",
        parent="И3",
        children=["С24", "Т8", "Т9"],
        opened_on=date(2021, 8, 17),
        closed_on=date(2021, 9, 20),
        extended_to=date(2021, 9, 15),
        followed_up_on=date(2022, 3, 30),
        homes=["own_family", "relatives", "unknown"],
    )
    found = fact(case)
    assert (found.parent_code, found.child_codes) == ("И3", ["С24", "Т8", "Т9"])
    assert (found.extended_to, found.follow_up_due_on) == (date(2021, 9, 15), date(2022, 3, 20))
    assert found.followed_up_on == date(2022, 3, 30)
    assert (found.children, found.children_known, found.children_kept, found.children_with_relatives) == (3, 2, 1, 1)


def test_a_case_opened_again_loses_its_closing_from_the_facts():
    case = world.case(homes=["own_family"])
    assert fact(case).children_kept == 1
    case.closings.update(reopened_on=date(2025, 1, 1))
    case.follow_ups.update(cancelled_at="2025-01-01T00:00:00Z")
    type(case).objects.filter(pk=case.pk).update(closed_on=None)
    found = fact(case)
    assert (found.closed_on, found.children_known, found.follow_up_due_on) == (None, 0, None)


def test_facts_of_other_cases_stay_untouched():
    first, second = world.case(), world.case()
    refresh_facts(case_ids=[first.pk, second.pk])
    world.total(first, "entry", 5)
    world.total(second, "entry", 7)
    refresh_facts(case_ids=[second.pk])
    assert CaseFact.objects.get(pk=first.pk).entry is None
    assert CaseFact.objects.get(pk=second.pk).entry == 7
    refresh_facts(case_ids=[])
    refresh_facts(case_ids=[first.pk, first.pk, 10**9])
    assert CaseFact.objects.get(pk=first.pk).entry == 5


@several
@given(st.text("0123456789/ -№лдLД.", min_size=1, max_size=20).filter(lambda text: text.strip()))
def test_numbers_are_read_by_the_database_as_by_the_rules(number):
    with pytest.raises(Undone), transaction.atomic():
        found = fact(world.case(number))
        assert found.number_series == number_series(number)
        assert found.number_shape == number_shape(number)
        assert found.number_order == number_order(number)
        raise Undone


invented = st.fixed_dictionaries(
    {
        "number": st.builds(
            "{}{}{}{}".format,
            st.integers(1, 30),
            st.sampled_from(["/", " /"]),
            st.just("2024"),
            st.sampled_from(["лд", " лд"]),
        ),
        "opened": st.integers(0, 60),
        "visited": st.one_of(st.none(), st.integers(-5, 20)),
        "home": st.sampled_from([None, "own_family", "relatives", "institution", "unknown"]),
        "entry": st.one_of(st.none(), st.lists(rating, min_size=4, max_size=4)),
        "exit": st.one_of(st.none(), st.lists(rating, min_size=4, max_size=4)),
        "bare": st.booleans(),
        "followed": st.booleans(),
        "assessed": st.booleans(),
        "closed": st.integers(0, 100),
    }
)


def live(one, version, helper, program):
    """Write an invented life into the database."""
    opened = DAY + timedelta(days=one["opened"])
    closed = DAY + timedelta(days=200 + one["closed"])
    due = follow_up_due(closed)
    visited = None if one["visited"] is None else due + timedelta(days=one["visited"])
    case = world.case(
        one["number"],
        in_program=program,
        opened_on=opened,
        closed_on=closed,
        homes=[one["home"]] if one["home"] else [],
        followed_up_on=visited,
    )
    for point, ratings in (("entry", one["entry"]), ("exit", one["exit"])):
        if ratings is None:
            continue
        if one["bare"]:
            world.total(case, point, sum(value or 0 for value in ratings))
        else:
            world.form(case, point, ratings, in_version=version, assessor=helper if one["assessed"] else None)
    if one["followed"] and visited:
        world.total(case, "follow_up", 3)
    return case


def _kept(cohort):
    """The tallies as the outcome page has them: months added up, odd days walked through."""
    seen = facts(actor=SYSTEM, cohort=cohort)
    added = monthly.counted(seen, actor=SYSTEM, cohort=cohort).added
    early = early_by_program(seen, added, same_for_all(SYSTEM, cohort), cohort)
    return tallies(added, early, twice_by_program(told_twice(seen)))


def _walked(cohort):
    """The tallies counted case by case."""
    seen = facts(actor=SYSTEM, cohort=cohort)
    return tallies(count_up(seen), out_of_order(seen), twice_by_program(told_twice(seen)))


def _walked_days(cohort, program):
    """The days within which half of the cases were closed, found case by case."""
    rows = read_rows(facts(actor=SYSTEM, cohort=replace(cohort, program_ids=(program.pk,))))
    return median_low([(row.closed_on - row.opened_on).days for row in rows]) if rows else None


@several
@given(
    st.lists(invented, min_size=1, max_size=12, unique_by=lambda one: one["number"].replace(" ", "")),
    st.integers(190, 310),
    st.integers(0, 90),
)
def test_months_added_up_are_what_a_walk_through_the_cases_gives(lives, first, length):
    """Whatever the period, also after cases were closed later, moved out of the period, or removed."""
    with pytest.raises(Undone), transaction.atomic():
        program, version = world.program(), world.version()
        helper = User.objects.create(email="helper@example.org", name="Ирина")
        cases = [live(one, version, helper, program) for one in lives]
        refresh_facts(case_ids=[case.pk for case in cases])
        begin = DAY + timedelta(days=first)
        end = begin + timedelta(days=length)
        for cohort in (Cohort(closed_from=begin, closed_to=end), Cohort(closed_from=begin), Cohort(closed_to=end)):
            assert _kept(cohort) == _walked(cohort)
            assert usual_days(actor=SYSTEM, cohort=cohort, program_id=program.pk) == _walked_days(cohort, program)
        moved = cases[0]
        Case.objects.filter(pk=moved.pk).update(closed_on=moved.closed_on + timedelta(days=40))
        reopened = cases[-1]
        Case.objects.filter(pk=reopened.pk).update(closed_on=None)
        refresh_facts(case_ids=[moved.pk, reopened.pk])
        for cohort in (Cohort(), Cohort(closed_from=begin, closed_to=end)):
            assert _kept(cohort) == _walked(cohort)
            assert usual_days(actor=SYSTEM, cohort=cohort, program_id=program.pk) == _walked_days(cohort, program)
        counted = {month.pk: month.data for month in MonthTally.objects.all()}
        count_all_months()
        assert {month.pk: month.data for month in MonthTally.objects.all()} == counted
        raise Undone


def test_months_of_before_are_walked_through_until_the_night_counts_them_anew():
    program = world.program()
    case = world.case("1/2024", in_program=program, opened_on=date(2024, 2, 1), closed_on=date(2024, 3, 2))
    refresh_facts(case_ids=[case.pk])
    (month,) = MonthTally.objects.all()
    whole = month.data
    MonthTally.objects.update(data={name: kept for name, kept in whole.items() if name != "days"})
    assert usual_days(actor=SYSTEM, cohort=Cohort(), program_id=program.pk) == 30
    count_old_months()
    (month,) = MonthTally.objects.all()
    assert month.data == whole
    figures = {name: kept for name, kept in whole["figures"].items() if not name.startswith("order_")}
    MonthTally.objects.update(data={**whole, "figures": figures})
    assert _kept(Cohort()) == _walked(Cohort())
    count_old_months()
    assert MonthTally.objects.get().data == whole
    assert usual_days(actor=SYSTEM, cohort=Cohort(), program_id=program.pk) == 30


def test_what_was_remembered_of_numbers_is_forgotten_when_a_case_changes():
    program = world.program()
    first = world.case("1/2024", in_program=program, opened_on=date(2024, 2, 1))
    second = world.case("2/2024", in_program=program, opened_on=date(2024, 3, 1))
    refresh_facts(case_ids=[first.pk, second.pk])

    def early():
        (outcome,) = outcomes(actor=SYSTEM, cohort=Cohort(program_ids=(program.pk,))).programs
        return [finding.code for finding in outcome.findings if finding.code is Sign.NUMBERS_OUT_OF_ORDER]

    assert early() == early() == []
    Case.objects.filter(pk=second.pk).update(opened_on=date(2024, 1, 15))
    refresh_facts(case_ids=[second.pk])
    assert early() == [Sign.NUMBERS_OUT_OF_ORDER]


@several
@given(st.lists(invented, min_size=1, max_size=15, unique_by=lambda one: one["number"].replace(" ", "")))
def test_the_database_counts_and_finds_what_the_rules_count_and_find(lives):
    with pytest.raises(Undone), transaction.atomic():
        program, version = world.program(), world.version()
        helper = User.objects.create(email="helper@example.org", name="Ирина")
        refresh_facts(case_ids=[live(one, version, helper, program).pk for one in lives])
        cohort = Cohort(program_ids=(program.pk,))
        rows = read_rows(facts(actor=SYSTEM, cohort=cohort))
        told = children_then([row.case_id for row in rows])
        assert _kept(cohort) == _walked(cohort) == {program.pk: tally(rows, told)}
        (outcome,) = outcomes(actor=SYSTEM, cohort=cohort, limit=None).programs
        for finding in with_cases(outcome, outcome.rows).findings:
            behind = rows_behind(actor=SYSTEM, cohort=cohort, program_id=program.pk, finding=finding)
            assert tuple(row.case_id for row in behind) == finding.case_ids == cases_behind(finding, rows)
            assert finding.cases == len(behind)
        raise Undone


def test_every_sign_of_a_row_has_its_condition_in_the_database():
    from opora.evidence.rules import signs

    assert set(ROW_SIGNS) == set(signs.ROW_SIGNS)
    assert set(signs.ROW_SIGNS) | set(signs.SERIES_SIGNS) | {
        *signs.OUTSIDE,
        Sign.EXITS_ALIKE,
        Sign.ENTRIES_ALIKE,
        Sign.BASELINES_DIFFER,
        Sign.FLOOR_AT_EXIT,
    } == set(Sign)
