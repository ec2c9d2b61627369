"""The life of the family of the table: every kind of record the rooms keep is gathered and told."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils.translation import override

from opora.access.rules import SYSTEM
from opora.assessments import actions as assessments
from opora.circumstances import actions as circumstances
from opora.circumstances.actions import Changed
from opora.common.dates import today
from opora.councils import actions as councils
from opora.intake import actions as intake
from opora.life.queries import life_of, scope_for
from opora.life.queries.sources import SOURCES
from opora.papers import actions as papers
from opora.pathways.queries import definition_of
from opora.plans import actions as plans
from opora.process import actions as process
from opora.process import queries as process_queries
from opora.results import actions as results
from opora.results.actions import Said
from opora.results.models import FailedAssumption


@pytest.fixture
def lived(world):
    """Everything that can happen to a family, undone afterwards."""
    with transaction.atomic():
        on = today()
        at: dict[str, Any] = {"actor": SYSTEM, "route_id": world.parameters["route_id"], "on": on}
        letter: dict[str, Any] = {"kind": "letter", "party": "organisation", "result": "sent", "whom": "школа № 14"}
        intake.record_contact(**letter, answer_due_on=on + timedelta(days=9), **at)
        intake.record_observation(text="Дети во дворе", is_worry=True, **at)
        for value in ("none", "rented", "none"):
            circumstances.record_change(changed=Changed(kind="housing", value=value), **at)
        results.record_result(said=Said("parent_learned"), **at)
        FailedAssumption.objects.create(
            route_id=at["route_id"],
            model="outcome_chain",
            assumption="a4",
            title_ru="Много времени занимает устройство в ДОУ",
            on=on,
            text="Очередь в сад",
        )
        assessments.approve(actor=SYSTEM, assessment_id=world.parameters["assessment_id"])
        route = process_queries.get_route(actor=SYSTEM, route_id=at["route_id"])
        other = next(one for one in definition_of(route.version).stages if one != route.stage)
        process.override(actor=SYSTEM, route_id=route.pk, to=other, reason="Ошибка в пути", on=on)
        plans.note_family_step(kind="step", text="Сама позвонила в школу", **at)
        plans.finish_task(actor=SYSTEM, task_id=world.parameters["task_id"], on=on)
        plans.decide_goal(actor=SYSTEM, goal_id=world.parameters["goal_id"], state="achieved", on=on)
        papers.void_file(actor=SYSTEM, file_id=world.parameters["file_id"], reason="Документ другой семьи", on=on)
        councils.close_ballot(actor=SYSTEM, ballot_id=world.parameters["ballot_id"], on=on)
        yield world
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_of_record_is_told(lived, language):
    with override(language):
        life = life_of(actor=SYSTEM, case_id=lived.parameters["case_id"], limit=400, on=today())
    told = {line.source for line in life.lines}
    assert told >= set(SOURCES) - {"closed", "follow_up", "notice", "letter"}, set(SOURCES) - told
    assert all(line.told.title.strip() for line in life.lines)
    days = [line.on for line in life.lines]
    assert days == sorted(days, reverse=True), "the newest first"


def test_all_of_it_is_one_question_and_a_few(lived, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        life_of(actor=SYSTEM, case_id=lived.parameters["case_id"], limit=400, on=today())


def test_a_family_told_by_its_family_is_told_whole(lived):
    by_case = life_of(actor=SYSTEM, case_id=lived.parameters["case_id"], limit=400, on=today())
    whole = life_of(actor=SYSTEM, family_id=by_case.scope.family_id, limit=400, on=today())
    assert {line.key for line in whole.lines} >= {line.key for line in by_case.lines}
    assert scope_for(actor=SYSTEM, case_id=lived.parameters["case_id"]).case_ids
