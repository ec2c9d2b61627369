"""What is read about assessments: only what the reader may see, and the change as it is defined."""

import pytest

from opora.access.rules import SYSTEM
from opora.assessments import actions, queries
from opora.assessments.rules import ImportedTotal
from opora.assessments.tests.factories import LAST, LATER, OPENED, a_case, an_assessment, approved, filled
from opora.common.errors import Conflict, NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_case()


def test_a_stranger_sees_nothing(world):
    entry = approved(world)
    for read in (
        lambda: queries.get(actor=world.stranger, assessment_id=entry.pk),
        lambda: queries.for_case(actor=world.stranger, case_id=world.case.pk),
        lambda: queries.comparison(actor=world.stranger, case_id=world.case.pk),
        lambda: queries.sheet_for(actor=world.stranger, case_id=world.case.pk, point="review", on=LATER),
    ):
        with pytest.raises(NotFound):
            read()


def test_the_list_leaves_corrected_forms_out_unless_asked(world):
    old = an_assessment(world)
    new = actions.correct(actor=world.manager, assessment_id=old.pk, answers=filled(world), base_revision=1, on=OPENED)
    assert queries.for_case(actor=world.manager, case_id=world.case.pk) == [new]
    assert queries.for_case(actor=world.manager, case_id=world.case.pk, with_replaced=True) == [old, new]


def test_the_first_entry_is_compared_with_the_last_exit(world):
    approved(world, weak=9)
    approved(world, "review", weak=7, on=LATER)
    assert queries.comparison(actor=world.manager, case_id=world.case.pk).later.point == "review"
    approved(world, "exit", weak=2, on=LAST)
    found = queries.comparison(actor=world.manager, case_id=world.case.pk)
    assert (found.entry.weak, found.later.weak, found.total_change, found.has_exit) == (9, 2, 7, True)
    assert len(found.solved) == 7
    assert [item.code for item in found.still] == ["1.1", "1.2"]
    assert [(row.entry, row.exit) for row in found.sections[:2]] == [(6, 2), (3, 0)]
    assert (found.change.change_on_both, found.change.rated_both) == (7, 48)


def test_one_problem_solved_and_another_new_are_both_named(world):
    approved(world, weak=1)
    answers = filled(world)
    answers["8.1"] = {"family": 3}
    exit_ = actions.submit(actor=world.manager, case_id=world.case.pk, point="exit", answers=answers, on=LAST)
    actions.approve(actor=world.coordinator, assessment_id=exit_.pk)
    found = queries.comparison(actor=world.manager, case_id=world.case.pk)
    assert found.total_change == 0
    assert ([item.code for item in found.solved], [item.code for item in found.new]) == (["1.1"], ["8.1"])


def test_totals_are_compared_without_items(world):
    actions.import_totals(
        actor=SYSTEM,
        totals=[
            ImportedTotal(world.case.pk, "entry", 41, OPENED),
            ImportedTotal(world.case.pk, "exit", 10, LAST),
        ],
    )
    found = queries.comparison(actor=world.manager, case_id=world.case.pk)
    assert (found.total_change, found.change, found.sections) == (31, None, ())


def test_there_is_nothing_to_compare_before_an_approved_entry(world):
    an_assessment(world)
    assert queries.comparison(actor=world.manager, case_id=world.case.pk) is None


def test_the_sheet_names_whom_to_rate(world):
    sheet = queries.sheet_for(actor=world.manager, case_id=world.case.pk, point="entry", on=OPENED)
    assert [subject.label for subject in sheet.subjects] == ["", world.mother.code, *(c.code for c in world.children)]
    assert sheet.base_revision == 0


def test_the_sheet_is_refused_with_the_reason(world):
    with pytest.raises(Conflict):
        queries.sheet_for(actor=world.manager, case_id=world.case.pk, point="exit", on=LAST)
    entry = approved(world)
    with pytest.raises(Refused):
        queries.correction_sheet(actor=world.manager, assessment_id=entry.pk)


def test_a_draft_is_not_lost_when_somebody_else_was_first(world):
    actions.save_draft(actor=world.manager, case_id=world.case.pk, point="entry", payload={"comments": {"1.1": "моё"}})
    theirs = actions.submit(
        actor=world.coordinator, case_id=world.case.pk, point="entry", answers=filled(world), on=OPENED
    )
    sheet = queries.sheet_for(actor=world.manager, case_id=world.case.pk, point="entry", on=OPENED)
    assert sheet.theirs == theirs
    assert sheet.draft.payload_told["comments"] == {"1.1": "моё"}


def test_a_draft_of_the_same_day_is_overtaken_too(world):
    approved(world)
    payload = {"on": "20.01.2022", "comments": {"1.1": "моё"}}
    actions.save_draft(actor=world.manager, case_id=world.case.pk, point="review", payload=payload)
    theirs = actions.submit(
        actor=world.coordinator, case_id=world.case.pk, point="review", answers=filled(world), on=LATER
    )
    assert queries.sheet_for(actor=world.manager, case_id=world.case.pk, point="review", on=LAST).theirs == theirs


def test_what_waits_is_listed(world):
    entry = an_assessment(world)
    assert [line.assessment_id for line in queries.waiting(actor=world.coordinator)] == [entry.pk]
    assert queries.waiting(actor=world.manager) == []


def test_a_review_is_shown_beside_the_assessment_before_it(world):
    entry = approved(world, weak=9)
    assert queries.since_previous(entry) is None
    review = an_assessment(world, "review", weak=7, on=LATER)
    found = queries.since_previous(review)
    assert (found.previous, found.fewer, len(found.solved), found.new) == (entry, 2, 2, ())
    exit_ = approved(world, "exit", weak=8, on=LAST)
    found = queries.since_previous(exit_)
    assert (found.previous, found.fewer, len(found.solved), len(found.new)) == (review, -1, 0, 1)


def test_the_exit_counts_once_it_is_handed_in(world):
    approved(world, weak=9)
    assert not queries.has_exit(world.case)
    handed_in = an_assessment(world, "exit", weak=2, on=LAST)
    assert queries.has_exit(world.case)
    actions.return_for_rework(actor=world.coordinator, assessment_id=handed_in.pk, reason="Ошибка в разделе 2")
    assert not queries.has_exit(world.case)
