"""Every document filled from a case holds what was recorded of this family, and nothing of another one."""

import io
from datetime import date, time

import pytest
from docx import Document as WordFile

from opora.access.rules import SYSTEM, Actor
from opora.assessments.tests.factories import OPENED, a_case, approved
from opora.common.dates import show_day
from opora.common.language import said as said_words
from opora.correspondence import actions
from opora.families.actions import seal_identities
from opora.families.models import Person
from opora.families.rules import Identity
from opora.goods.tests.factories import make_shelf, of
from opora.intake.actions import write_report
from opora.network.tests.test_network import add, tie
from opora.papers.models import Letter
from opora.papers.queries import BECOMES
from opora.pathways.queries import definition_of
from opora.plans.tests.factories import make_agreed_plan, make_goal, make_plan, make_walk
from opora.process.tests.factories import BEGAN
from opora.stays import actions as stays
from opora.stays.tests.factories import CAME, admit, another_family, house

pytestmark = pytest.mark.django_db


def said(actor: Actor, case_id: int, kind: str, on: date = BEGAN) -> str:
    """The words of a document as Word would show them."""
    data = actions.produce_document(actor=actor, case_id=case_id, kind=kind, on=on)
    return "\n".join(paragraph.text for paragraph in WordFile(io.BytesIO(data)).paragraphs)


def test_the_act_of_help_tells_what_the_warehouse_gave_and_not_what_came_back() -> None:
    shelf, other = make_shelf(), make_shelf()
    soap, flour = shelf.good("Мыло"), other.good("Мука")
    shelf.bring(soap, 5)
    other.bring(flour, 5)
    shelf.give(of(soap, 2))
    other.give(of(flour, 2))
    act = said(shelf.walk.manager, shelf.walk.case.pk, "aid_act")
    assert f"{soap.name}: 2" in act and "Мука" not in act


def test_the_social_map_tells_ties_by_their_kind() -> None:
    walk, other = make_walk(), make_walk()
    tie(walk, add(walk), "supportive", agreed="Звонит по воскресеньям")
    tie(other, add(other, "Олег", "partner"), "stressful")
    told = said(walk.manager, walk.case.pk, "social_map")
    assert "Тамара Ильинична" in told and "Звонит по воскресеньям" in told and "Олег" not in told


def test_the_plan_of_skills_tells_the_day_of_the_family_and_what_its_mother_learns() -> None:
    place = house()
    admission = admit(place, beds=place.beds[:3])
    other = another_family(place)
    others = admit(place, other, beds=place.beds[3:])
    stays.write_routine(
        actor=place.scene.case_manager,
        admission_id=admission.pk,
        slots=[(time(7), None, "Завтрак с мамой")],
        on=CAME,
    )
    stays.write_routine(
        actor=other.case_manager, admission_id=others.pk, slots=[(time(8), None, "Прогулка у реки")], on=CAME
    )
    told = said(place.scene.case_manager, place.scene.case.pk, "skills", on=CAME)
    assert "Завтрак с мамой" in told and place.shelter.name in told and "Прогулка у реки" not in told


def test_the_assessment_and_the_tables_tell_the_forms_of_this_case_alone() -> None:
    world = a_case()
    approved(world, weak=10)
    other = a_case("19/2021лд")
    approved(other, weak=3)
    told = said(world.manager, world.case.pk, "assessment", on=OPENED)
    assert world.mother.code in told and "слабая" in told and other.mother.code not in told
    assert show_day(OPENED) in said(world.manager, world.case.pk, "tables", on=OPENED)


def test_the_sheet_of_progress_tells_goals_and_what_comes_next_in_the_words_of_the_plan() -> None:
    walk, other = make_walk(), make_walk()
    make_agreed_plan(walk=walk)
    make_plan(route_id=other.route.pk)
    make_goal(route_id=other.route.pk, title="Найти садик")
    told = said(walk.manager, walk.case.pk, "progress")
    assert "Цель 1" in told and "Собрать документы" in told and "0 / 2" in told and "Найти садик" not in told


def test_the_analytic_report_is_that_of_the_path() -> None:
    walk, other = make_walk(), make_walk()
    for one, text in ((walk, "Мать осталась одна"), (other, "Сгорел дом")):
        write_report(actor=SYSTEM, route_id=one.route.pk, sections={"situation": text}, on=BEGAN)
    told = said(walk.manager, walk.case.pk, "analytic")
    assert "Мать осталась одна" in told and "Сгорел дом" not in told


def test_the_history_tells_where_each_child_of_this_family_lived() -> None:
    walk, other = make_walk(), make_walk()
    told = said(walk.manager, walk.case.pk, "history")
    children = Person.objects.in_bulk([*walk.home.child_ids, *other.home.child_ids])
    assert all(children[pk].code in told for pk in walk.home.child_ids)
    assert not any(children[pk].code in told for pk in other.home.child_ids)


def test_the_criteria_are_those_of_the_process_with_the_answers_of_the_family() -> None:
    walk = make_walk()
    asked = [one for one in definition_of(walk.route.version).criteria.values() if not one.is_brought_by_papers]
    whys = [said_words(row.why) for one in asked for row in one.rows]
    told = said(walk.manager, walk.case.pk, "criteria")
    assert whys and all(why in told for why in whys)


@pytest.mark.parametrize("kind", sorted(BECOMES))
def test_a_paper_is_shown_filled_before_it_is_written_and_takes_no_number(kind: str) -> None:
    walk = make_walk()
    known = Identity(surname="Шевчук", given="Ольга", patronymic="Ильинична")
    seal_identities(actor=SYSTEM, identities={walk.home.client.pk: known})
    assert "Шевчук" in said(walk.manager, walk.case.pk, kind)
    assert not Letter.objects.exists()
