"""Remarks, reasons for returning and drafts lay open once; they are sealed and no clear copy of them is left."""

import json

import pytest
from django.db import connection

from opora.assessments import actions
from opora.assessments.models import Assessment, AssessmentDraft
from opora.assessments.tests.factories import OPENED, a_case, filled
from opora.families.tests.old_homes import before, lies_open

pytestmark = pytest.mark.django_db
REMARK, WHY, BEGUN = "Печь дымит у Петровых", "Спросите Петрову ещё раз", "Петрова сказала по телефону"


@pytest.fixture
def world():
    return a_case()


def submit(world, comments):
    return actions.submit(
        actor=world.manager,
        case_id=world.case.pk,
        point="entry",
        answers=filled(world, 3),
        comments=comments,
        on=OPENED,
    )


def test_words_of_an_old_home_are_sealed_and_leave_no_clear_copy(world) -> None:
    told = submit(world, comments={"1.1": "нет тепла"})
    actions.save_draft(actor=world.manager, case_id=world.case.pk, point="review", payload={"on": "20.01.2022"})
    with before("assessments", "0003_scores_are_frozen"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT comments::text FROM assessments_assessment")
            assert json.loads(cursor.fetchone()[0]) == {"1.1": "нет тепла"}, "undone, the words lie open as before"
            cursor.execute(
                "UPDATE assessments_assessment SET comments = %s, return_reason = %s",
                [json.dumps({"1.1": REMARK}), WHY],
            )
            cursor.execute(
                "UPDATE assessments_assessmentdraft SET payload = %s", [json.dumps({"comments": {"1.1": BEGUN}})]
            )
        assert lies_open("assessments_assessment", WHY)
    form, draft = Assessment.objects.get(), AssessmentDraft.objects.get()
    assert (form.comments_told, form.return_reason_text) == ({"1.1": REMARK}, WHY)
    assert draft.payload_told == {"comments": {"1.1": BEGUN}}
    assert (form.answers, form.ratings) == (told.answers, told.ratings)
    for words in (REMARK, WHY, BEGUN, json.dumps(REMARK)[1:-1]):
        assert not lies_open("assessments_assessment", words)
        assert not lies_open("assessments_assessmentdraft", words)


def test_a_form_without_remarks_stays_without(world) -> None:
    submit(world, comments={})
    with before("assessments", "0003_scores_are_frozen"):
        pass
    form = Assessment.objects.get()
    assert (form.comments, form.comments_told, form.return_reason_text) == (None, {}, "")
