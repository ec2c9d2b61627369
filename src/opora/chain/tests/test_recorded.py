"""Boxes that name papers or records are counted by them, of many families, of one, and by their arrows."""

from datetime import date
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.cases.models import Case
from opora.chain import words
from opora.chain.queries import read_arrows, read_chain, read_family_chain
from opora.chain.rules import OF_NO_FAMILY, lacking_of, recorded_of
from opora.evidence.tests import world
from opora.goods.models import StockCount, StockPlace
from opora.indicators.queries.statements import base_of
from opora.indicators.rules import period_of
from opora.indicators.tests.busy import MAY, busy
from opora.logic.queries import Published
from opora.logic.tests.shipped import at, shipped_models
from opora.partners.models import Partner
from opora.process.models import Paper
from opora.process.queries import place_of
from opora.results.queries import results_of

pytestmark = pytest.mark.django_db
YEAR = period_of(date(2024, 1, 1), date(2024, 12, 31), date(2024, 12, 31))
# What stands in none of our records by days: things of the house, and what is only rated.
NOT_COUNTED = {"S0-29": "lacks_legal", "S3-03": "lacks_methods", "S3-04": "lacks_team", "S3-39": "lacks_wish"}


@pytest.fixture
def family(monkeypatch: pytest.MonkeyPatch) -> Case:
    """One family with a record of each kind in May, another without any."""
    models = {code: Published(1, code, 1, "trial", (), model) for code, model in shipped_models().items()}
    monkeypatch.setattr("opora.chain.queries.standing.model_in_force", lambda code: models[code])
    monkeypatch.setattr("opora.chain.queries.family.models_in_force", lambda: list(models.values()))
    world.case(closed_on=None)
    made: Case = world.case(closed_on=None)
    busy(made)
    return made


def boxes(code: str, **more: Any) -> dict[str, tuple[str, str]]:
    chain = read_chain(actor=SYSTEM, code=code, period=YEAR, **more)
    found = {}
    for box in chain.boxes:
        tally = box.standing.tally
        found[box.node.source] = (words.tally_of(tally) if tally else "", words.reason_of(box.standing))
    return found


def test_each_box_of_papers_and_records_is_counted(family: Case) -> None:
    practice, crisis = boxes("support_and_shelter"), boxes("crisis_department")
    told = "записано: 1, семьи: 1"
    assert {practice[one] for one in ("S3-27", "S3-34", "S3-35")} == {(told, "")}
    assert practice["S3-18"] == ("записано: 0, семьи: 0", "")
    assert {crisis[one] for one in ("S0-32", "S0-38", "S0-39", "S0-45", "S0-51", "S0-56")} == {
        (told, ""),
        practice["S3-18"],
    }
    assert boxes("theory_of_change")["S4-29"] == (told, "")
    assert boxes("mama_ryadom")["S2-07"] == (told, "")


def test_what_belongs_to_the_whole_house_is_told_of_no_program(family: Case) -> None:
    assert boxes("mama_ryadom")["S2-20"] == ("записано: 1", "")
    narrowed = boxes("mama_ryadom", program_id=family.program_id)
    assert narrowed["S2-20"] == ("", "Считается только для всей организации.")
    assert narrowed["S2-07"] == ("записано: 1, семьи: 1", "")


def test_of_one_family_it_is_said_since_when_it_is_on_record(family: Case) -> None:
    """Who leads a case, that a form was filled in and a plan corrected is known: it was called not known before."""
    place = place_of(actor=SYSTEM, case_id=family.pk)
    chain = read_family_chain(
        actor=SYSTEM,
        code="support_and_shelter",
        found=results_of(actor=SYSTEM, place=place, on=YEAR.last),
        on=YEAR.last,
    )
    assert chain is not None
    days = {box.node.source: (box.state, box.on) for box in chain.boxes}
    assert {days[one] for one in ("S3-27", "S3-34", "S3-35")} == {("recorded", MAY)}
    assert days["S3-18"] == ("", None)


def test_an_arrow_between_two_of_them_is_answered(family: Case) -> None:
    model = shipped_models()["support_and_shelter"]
    published = Published(1, model.code, 1, "trial", (), model)
    start, end = (next(one.code for one in model.nodes if one.source == source) for source in ("S3-27", "S3-34"))
    arrow = type(model.arrows[0])(start=start, end=end)
    (answer,) = read_arrows(actor=SYSTEM, published=published, arrows=[arrow], period=YEAR)
    assert answer.told is not None
    assert (answer.told.counts.families, answer.told.counts.reached_first, answer.told.counts.both) == (2, 1, 1)


def test_a_withdrawn_paper_and_one_of_another_year_count_nowhere(family: Case) -> None:
    (paper,) = Paper.objects.filter(kind="visit_report")
    Paper.objects.create(route=paper.route, kind="visit_report", on=date(2023, 5, 1), step_count=1, source="paper")
    assert boxes("theory_of_change")["S4-29"][0] == "записано: 1, семьи: 1"
    Paper.objects.filter(pk=paper.pk).update(withdrawn_on=MAY)
    assert boxes("theory_of_change")["S4-29"][0] == "записано: 0, семьи: 0"


def test_the_exits_of_the_theory_of_change_are_counted_by_the_paths_that_ended_there(family: Case) -> None:
    model = shipped_models()["theory_of_change"]
    kinds = {model.node(code).stage: recorded_of(model, model.node(code)) for code in at(model, "exit")}
    assert kinds == {stage: (f"exit:{stage}",) for stage in ("declined", "closed", "other_help", "rejected", "safe")}
    assert boxes("theory_of_change")["S4-21"][0] == "записано: 0, семьи: 0"
    route = Paper.objects.get(kind="visit_report").route
    type(route).every.filter(pk=route.pk).update(stage="declined", ended_on=MAY)
    assert boxes("theory_of_change")["S4-21"][0] == "записано: 1, семьи: 1"


def test_no_box_of_a_shipped_model_waits_for_somebody_to_add_its_records_up() -> None:
    """Each names an indicator, a service, an outcome of families or records of a kind that has days; or is known."""
    known = base_of("records")
    left = {}
    for model in shipped_models().values():
        for node in model.nodes:
            evidence, concept = model.evidence_of(node), model.concept_of(node)
            if evidence.kind in ("", "external") or evidence.indicators or evidence.services:
                continue
            if concept is not None and concept.is_of_families:
                continue
            kinds = recorded_of(model, node)
            assert all(f"'{one.partition(':')[0]}" in known or one.startswith(("sent:", "came:")) for one in kinds)
            if not kinds:
                left[node.source] = lacking_of(evidence)
    assert left == NOT_COUNTED, "of what cannot be counted it is said what is missing and where it would stand"
    assert {one.partition(":")[0] for one in OF_NO_FAMILY} == {
        "channel", "donation", "partner", "piece", "stock_count",
    }  # fmt: skip


def test_stock_is_told_by_its_countings_and_the_directory_by_what_was_checked(family: Case) -> None:
    place = StockPlace.objects.create(name="Склад")
    StockCount.objects.create(place=place, began_on=MAY, closed_on=MAY)
    StockCount.objects.create(place=place, began_on=MAY, closed_on=MAY, is_called_off=True)
    Partner.objects.create(name="Центр", kind="social", services="помощь", contacts="", checked_on=MAY)
    Partner.objects.create(name="Приют", kind="crisis", services="жильё", contacts="", checked_on=date(2020, 1, 1))
    assert boxes("mama_ryadom")["S2-22"] == ("записано: 1", "")
    assert boxes("support_and_shelter")["S3-05"] == ("записано: 1", "")
    assert boxes("theory_of_change")["S4-28"] == ("записано: 1", "")
    assert boxes("support_and_shelter")["S3-04"][1].startswith("Кто здесь работает и в какой роли")
    assert boxes("crisis_department")["S0-29"][1].startswith("Юридические шаги стоят в плане семьи")
