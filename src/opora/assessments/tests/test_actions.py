"""Forms are handed in, approved, returned and corrected; scores freeze, history stays, nothing is overwritten."""

import pytest
from django.db import InternalError, ProgrammingError, transaction

from opora.access.rules import SYSTEM
from opora.assessments import actions
from opora.assessments.models import Assessment, AssessmentDraft
from opora.assessments.queries import history_of
from opora.assessments.tests.factories import LAST, LATER, OPENED, a_case, an_assessment, approved, filled
from opora.audit.models import JournalEntry
from opora.cases.actions import close_case
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.instruments.rules import Level

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_case()


def submit(world, **changes):
    given = {
        "actor": world.manager,
        "case_id": world.case.pk,
        "point": "entry",
        "answers": filled(world, 3),
        "comments": {},
        "on": OPENED,
    }
    return actions.submit(**(given | changes))


def test_a_form_is_scored_once_and_waits_for_approval(world):
    assessment = submit(world, comments={"1.1": " нет тепла ", "1.2": "  "})
    assert (assessment.weak, assessment.rated, assessment.applicable) == (3, 48, 48)
    assert (assessment.sections_weak, assessment.sections_priority, assessment.critical) == (1, 1, 0)
    assert assessment.weak_by_section == [3, 0, 0, 0, 0, 0, 0, 0]
    assert assessment.status == Assessment.Status.SUBMITTED
    assert assessment.comments_told == {"1.1": "нет тепла"}
    entry = JournalEntry.objects.get(verb="assessments.entry_submitted")
    assert (entry.case_id, entry.data["number"]) == (world.case.pk, world.case.number)


def test_the_worst_child_decides_and_the_values_of_each_child_are_kept(world):
    first, second = world.keys(Level.CHILD)
    answers = filled(world)
    answers["1.3"] = {first: 0, second: 3}
    assessment = submit(world, answers=answers)
    assert assessment.ratings[2] == 3
    assert assessment.answers["1.3"] == {first: 0, second: 3}


def test_the_database_refuses_to_rewrite_a_score(world):
    assessment = submit(world)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        Assessment.objects.filter(pk=assessment.pk).update(weak=0)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        Assessment.objects.filter(pk=assessment.pk).update(answers={})


def test_two_people_handing_in_one_entry_get_both_versions(world):
    theirs = submit(world)
    mine = filled(world, 9)
    with pytest.raises(actions.AssessmentConflict) as caught:
        submit(world, actor=world.coordinator, answers=mine, comments={"1.1": "моё"})
    assert caught.value.theirs == theirs
    assert (caught.value.answers, caught.value.comments) == (mine, {"1.1": "моё"})
    assert Assessment.objects.count() == 1


def test_two_people_correcting_at_once_get_both_versions(world):
    old = submit(world)
    actions.correct(actor=world.manager, assessment_id=old.pk, answers=filled(world, 5), base_revision=1, on=OPENED)
    with pytest.raises(actions.AssessmentConflict) as caught:
        actions.correct(
            actor=world.coordinator, assessment_id=old.pk, answers=filled(world, 7), base_revision=1, on=OPENED
        )
    assert (caught.value.theirs.weak, caught.value.theirs.revision) == (5, 2)


def test_a_correction_is_a_new_revision_and_the_old_one_stays(world):
    old = submit(world)
    new = actions.correct(
        actor=world.manager, assessment_id=old.pk, answers=filled(world, 5), base_revision=1, on=LATER
    )
    old.refresh_from_db()
    assert (old.status, old.weak) == (Assessment.Status.REPLACED, 3)
    assert (new.revision, new.weak, new.on, new.status) == (2, 5, LATER, Assessment.Status.SUBMITTED)
    assert history_of(new) == [old]


def test_after_approval_only_who_approves_corrects_and_it_keeps_counting(world):
    done = approved(world)
    with pytest.raises(Refused, match=r"coordinator|координатор"):
        actions.correct(actor=world.manager, assessment_id=done.pk, answers=filled(world), base_revision=1, on=OPENED)
    new = actions.correct(
        actor=world.coordinator, assessment_id=done.pk, answers=filled(world, 1), base_revision=1, on=OPENED
    )
    assert new.status == Assessment.Status.APPROVED


def test_a_returned_form_is_corrected_by_its_team_and_waits_again(world):
    done = approved(world)
    actions.return_for_rework(actor=world.coordinator, assessment_id=done.pk, reason="Проверьте питание")
    new = actions.correct(
        actor=world.manager, assessment_id=done.pk, answers=filled(world, 1), base_revision=1, on=OPENED
    )
    assert new.status == Assessment.Status.SUBMITTED


def test_a_return_needs_a_reason(world):
    with pytest.raises(Invalid):
        actions.return_for_rework(actor=world.coordinator, assessment_id=an_assessment(world).pk, reason=" ")


def test_approving_twice_changes_nothing(world):
    done = approved(world)
    entries = JournalEntry.objects.count()
    actions.approve(actor=world.coordinator, assessment_id=done.pk)
    assert JournalEntry.objects.count() == entries


def test_nobody_approves_a_revision_they_did_not_see(world):
    old = submit(world)
    new = actions.correct(
        actor=world.manager, assessment_id=old.pk, answers=filled(world, 5), base_revision=1, on=OPENED
    )
    with pytest.raises(Conflict):
        actions.approve(actor=world.coordinator, assessment_id=old.pk)
    with pytest.raises(Conflict):
        actions.approve(actor=world.coordinator, assessment_id=new.pk, revision=1)


def test_the_case_manager_does_not_approve(world):
    with pytest.raises(Refused):
        actions.approve(actor=world.manager, assessment_id=submit(world).pk)


def test_a_stranger_finds_no_case(world):
    with pytest.raises(NotFound):
        submit(world, actor=world.stranger)


def test_an_exit_needs_an_approved_entry(world):
    with pytest.raises(Conflict):
        submit(world, point="exit", on=LAST)
    submit(world)
    with pytest.raises(Conflict):
        submit(world, point="exit", on=LAST)


def test_an_exit_waits_while_the_entry_is_reworked(world):
    entry = approved(world)
    exit_ = submit(world, point="exit", on=LAST)
    actions.return_for_rework(actor=world.coordinator, assessment_id=entry.pk, reason="Пересчитать раздел 2")
    with pytest.raises(Conflict):
        actions.approve(actor=world.coordinator, assessment_id=exit_.pk)
    mended = actions.correct(
        actor=world.manager, assessment_id=entry.pk, answers=filled(world, 4), base_revision=1, on=OPENED
    )
    actions.approve(actor=world.coordinator, assessment_id=mended.pk)
    assert actions.approve(actor=world.coordinator, assessment_id=exit_.pk).is_approved


def test_the_exit_uses_the_form_of_the_entry(world):
    from dataclasses import replace

    from opora.instruments.actions import publish_version
    from opora.instruments.tests.forms import whole_form

    entry = approved(world)
    publish_version(actor=SYSTEM, definition=replace(whole_form(), version=2))
    assert submit(world, point="exit", on=LAST).version == entry.version


def test_a_second_exit_is_a_conflict_and_many_reviews_are_not(world):
    approved(world)
    submit(world, point="review", on=LATER)
    submit(world, point="review", on=LAST)
    submit(world, point="exit", on=LAST)
    with pytest.raises(actions.AssessmentConflict):
        submit(world, point="exit", on=LAST)


def test_the_exit_is_not_earlier_than_the_entry(world):
    approved(world, on=LATER)
    with pytest.raises(Invalid) as caught:
        submit(world, point="exit", on=OPENED)
    assert "on" in caught.value.fields


def test_a_closed_case_takes_a_follow_up_and_marks_the_visit_done(world):
    approved(world)
    placements = {child.pk: "own_family" for child in world.children}
    close_case(
        actor=SYSTEM, case_id=world.case.pk, reason="goals_achieved", summary="всё", placements=placements, on=LATER
    )
    with pytest.raises(Conflict):
        submit(world, point="review", on=LAST)
    submit(world, point="follow_up", on=LAST)
    assert world.case.follow_ups.get().done_on == LAST


def test_answers_about_somebody_else_are_refused(world):
    answers = filled(world)
    answers["1.3"]["999999"] = 3
    with pytest.raises(Invalid, match="1\\.3"):
        submit(world, answers=answers)
    with pytest.raises(Invalid):
        submit(world, answers={"1.1": {"family": 4}})
    with pytest.raises(Invalid):
        submit(world, answers={})


def test_a_draft_is_kept_found_again_and_gone_after_handing_in(world):
    payload = {"on": "2021-06-15", "answers": {"1.1": {"family": 2}}, "comments": {"1.1": "черновик"}}
    draft = actions.save_draft(actor=world.manager, case_id=world.case.pk, point="entry", payload=payload)
    assert AssessmentDraft.objects.get().payload_told == payload
    again = actions.save_draft(
        actor=world.manager, case_id=world.case.pk, point="entry", payload=payload | {"on": ""}, draft_revision=1
    )
    assert (again.pk, again.revision) == (draft.pk, 2)
    submit(world)
    assert not AssessmentDraft.objects.exists()


def test_one_person_in_two_windows_does_not_overwrite_himself_unseen(world):
    def save(text, revision):
        return actions.save_draft(
            actor=world.manager,
            case_id=world.case.pk,
            point="entry",
            payload={"comments": {"1.1": text}},
            draft_revision=revision,
        )

    save("телефон", 0)
    with pytest.raises(actions.DraftConflict) as caught:
        save("компьютер", 0)
    assert caught.value.draft.payload_told["comments"]["1.1"] == "телефон"
    assert save("компьютер", None).revision == 2


def test_drafts_of_two_people_do_not_meet(world):
    for actor in (world.manager, world.coordinator):
        actions.save_draft(actor=actor, case_id=world.case.pk, point="entry", payload={"on": actor.name})
    assert AssessmentDraft.objects.count() == 2
    actions.discard_draft(actor=world.manager, case_id=world.case.pk, point="entry")
    assert AssessmentDraft.objects.get().user_id == world.coordinator.user_id
