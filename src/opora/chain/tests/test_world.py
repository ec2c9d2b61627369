"""Scenario 10: each figure of the outcome chain, and of one family's way along it, counted by hand (S1-100, S1-101).

Three families. The first, in work, received each of the thirty services once and reached all it could; the second
received the first service twice; the third was closed with two weak sides fewer, its child safe at home.
"""

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from opora.access.rules import SYSTEM
from opora.cases.models import Case
from opora.chain import words
from opora.chain.queries import BoxStanding, Chain, FamilyChain, read_chain, read_family_chain
from opora.chain.queries.tallies import asked_of_all, read_tallies
from opora.common.kept import Kept
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.indicators.queries import kept
from opora.indicators.queries.marks import mark_of
from opora.indicators.queries.pieces import count_all
from opora.indicators.rules import period_of
from opora.indicators.tests.busy import changed
from opora.indicators.tests.houses import path, service
from opora.logic.queries import Published
from opora.logic.rules import LogicModel
from opora.logic.tests.shipped import at, shipped_models
from opora.plans.models import Plan, Task
from opora.process.queries import place_of
from opora.results.actions.refreshing import settle_results
from opora.results.models import FailedAssumption, Result, ResultDue
from opora.results.queries import reached, results_of
from opora.services.models import Provision

pytestmark = pytest.mark.django_db
YEAR = period_of(date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31))
JANUARY, MAY, JUNE = date(2024, 1, 9), date(2024, 5, 3), date(2024, 6, 5)
# Boxes that an indicator tells of: its value, of how many, of how many nothing is known.
BY_INDICATOR: dict[str, tuple[Any, Any, Any]] = {
    "L1": (1.0, 1, 0),  # the child of the closed family
    "L2": (1.0, 1, 0),  # of closed families with both forms: the third
    "m7": (0.5, 2, 0),  # of two tasks of the first family one is done
    "s8": (1.0, 1, 0),  # a tie more that supports
    "s18": (1.0, 1, 0),  # one mother, further on
    "m18": (1.0, 1, 0),
}
# Reached by one family of three; of what the second reached too, two.
BOTH_REACHED = "s1"
LOST_AGAIN = "m15"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> LogicModel:
    chain = Published(1, "outcome_chain", 1, "trial", (), shipped_models()["outcome_chain"])
    monkeypatch.setattr("opora.chain.queries.standing.model_in_force", lambda code: chain)
    monkeypatch.setattr("opora.chain.queries.family.models_in_force", lambda: [chain])
    return chain.model


@pytest.fixture
def three(model: LogicModel) -> list[Case]:
    first, second = world.case(closed_on=None), world.case(closed_on=None, in_program=world.program("Другая"))
    third = world.case(homes=("own_family",))
    for case in (first, second, third):
        FamilyMember.objects.create(family=case.family, person=case.client, role="mother")
        FamilyMember.objects.create(family=case.family, person=case.children.get().person, role="child")
    route = path(case=first)
    for place, code in enumerate(at(model, "service")):
        assert code == f"v{place + 1}"
        _give(first, code)
    _give(second, "v1")
    _give(second, "v1")
    _give(second, "v2", state="no_show")
    for code in _outcomes(model):
        _reached(model, first, code)
    _reached(model, second, BOTH_REACHED)
    _reached(model, first, LOST_AGAIN, state="lost", on=date(2024, 7, 1))
    changed(first)
    _two_tasks(first, route)
    form = world.version()
    world.form(third, "entry", [2, 2, 0, 0], in_version=form)
    world.form(third, "exit", [0, 0, 0, 0], in_version=form, on=date(2024, 12, 10), critical=0)
    refresh_facts(case_ids=[one.pk for one in (first, second, third)])
    return [first, second, third]


def _give(case: Case, code: str, state: str = "held") -> None:
    told = {"format": "individual", "provider": "own", "state": state}
    Provision.objects.create(case=case, service=service(code), on=MAY, **told)


def _outcomes(model: LogicModel) -> list[str]:
    return [code for level in ("short", "mid", "long") for code in at(model, level)]


def _reached(model: LogicModel, case: Case, code: str, state: str = "reached", on: date = JUNE) -> None:
    node = model.node(code)
    concept = model.concept_of(node) if node else None
    assert concept is not None
    who = {"family": None, "parent": case.client, "child": case.children.get().person}[concept.about]
    Result.objects.create(case=case, person=who, concept=concept.code, state=state, on=on)
    ResultDue.objects.get_or_create(case_id=case.pk)


def _two_tasks(case: Case, route: Any) -> None:
    plan = Plan.objects.create(
        route=route, track="contract", threshold=50, begun_on=MAY, agreed_on=MAY, state="current", version=1
    )
    for state, ended in (("done", MAY), ("open", None)):
        Task.objects.create(
            plan=plan, title="Дело", given_on=MAY, member=case.client, due_on=JUNE, state=state, ended_on=ended
        )


def _told(one: BoxStanding) -> tuple[Any, ...]:
    first, tally = one.standing.first, one.standing.tally
    if first is not None:
        return first.value, first.n, first.unknown
    assert tally is not None, one.node.code
    return tally.times, tally.families, tally.of


def _expected(model: LogicModel) -> dict[str, tuple[Any, ...]]:
    """Of three families in work in the year: how often, how many families."""
    wanted: dict[str, tuple[Any, ...]] = dict.fromkeys((*at(model, "service"), *_outcomes(model)), (1, 1, 3))
    wanted |= {"v1": (3, 2, 3), BOTH_REACHED: (2, 2, 3)}
    for code in at(model, "direction"):
        node = model.node(code)
        services = model.evidence_of(node).services if node else ()
        # Two services of a direction are two times; the first direction has the second family as well.
        wanted[code] = (len(services), 1, 3) if code != "d1" else (4, 2, 3)
    return wanted | BY_INDICATOR


def _chain(**more: Any) -> Chain:
    return read_chain(actor=SYSTEM, code="outcome_chain", period=YEAR, **more)


def test_each_box_of_the_chain_has_the_figure_counted_by_hand(model: LogicModel, three: list[Case]) -> None:
    found = {one.node.code: _told(one) for one in _chain().boxes}
    assert found == _expected(model) and len(found) == 81


def test_each_box_of_one_program_counts_its_own_families_alone(model: LogicModel, three: list[Case]) -> None:
    other = {one.node.code: _told(one) for one in _chain(program_id=three[1].program_id).boxes}
    assert other["v1"] == (2, 1, 1) and other["v2"] == (0, 0, 1), "nobody came, so nothing was given"
    assert other["d1"] == (2, 1, 1) and other[BOTH_REACHED] == (1, 1, 1)
    assert {code for code, told in other.items() if told[0]} == {"v1", "d1", BOTH_REACHED}
    assert other["L2"] == (None, 0, 0), "of no closed case there is no share, and no zero"


def _failed(**more: Any) -> dict[str, tuple[int, int]]:
    return {one.assumption.code: (one.failed.families, one.failed.of) for one in _chain(**more).assumptions}


def test_an_assumption_failed_for_those_of_whom_it_was_said_and_of_all_others_nothing_is_known(
    model: LogicModel, three: list[Case]
) -> None:
    """The queue failed two families of three, one of them twice; what was voided or came later counts nowhere."""
    first, second, third = three
    for case, code, on, more in (
        (first, "a4", MAY, {}),
        (first, "a4", JUNE, {}),
        (second, "a4", JUNE, {}),
        (third, "a1", JUNE, {"voided_on": JUNE}),
        (third, "a1", date(2025, 2, 1), {}),
    ):
        FailedAssumption.objects.create(case=case, model="outcome_chain", assumption=code, on=on, text="Видно", **more)
    assert _failed() == {"a1": (0, 3), "a2": (0, 3), "a3": (0, 3), "a4": (2, 3), "a5": (0, 3)}
    assert _failed(program_id=second.program_id)["a4"] == (1, 1)
    standings = {one.assumption.code: one.standing for one in _chain().assumptions}
    with override("ru"):
        assert words.tally_of(_chain().assumptions[3].failed) == "не сбылось у 2 семей из 3 в работе; о 1 не известно"
        assert "не значит, что оно верно" in words.reason_of(standings["a1"])
    assert standings["a4"].tally is not None and standings["a1"].tally is None, "nobody said is no zero"
    found = _read(first)
    assert {code: one.on for code, one in found.failed.items()} == {"a4": JUNE} and _read(third).failed.keys() == {"a1"}


def test_the_way_of_each_family_shows_its_boxes(model: LogicModel, three: list[Case]) -> None:
    first, second, _third = three
    boxes = _way(first)
    given = {code for level in ("direction", "service") for code in at(model, level)}
    assert {code for code, one in boxes.items() if one.state == "given"} == given
    assert (boxes["d4"].times, boxes["v7"].times, boxes["v7"].last) == (5, 1, MAY)
    assert {code for code, one in boxes.items() if one.state == "reached"} == {*_outcomes(model)} - {LOST_AGAIN}
    assert (boxes[LOST_AGAIN].state, boxes[LOST_AGAIN].on) == ("lost", date(2024, 7, 1))
    known = {code: (one.state, one.times) for code, one in _way(second).items() if one.state}
    assert known == {"v1": ("given", 2), "d1": ("given", 2), BOTH_REACHED: ("reached", 0)}


def _way(case: Case) -> dict[str, Any]:
    return {one.node.code: one for one in _read(case).boxes}


def _read(case: Case) -> FamilyChain:
    found = results_of(actor=SYSTEM, place=place_of(actor=SYSTEM, case_id=case.pk), on=YEAR.last)
    chain = read_family_chain(actor=SYSTEM, code="outcome_chain", found=found, on=YEAR.last)
    assert chain is not None
    return chain


def test_what_is_kept_of_reached_results_is_what_the_records_say_after_every_change(
    model: LogicModel, three: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not yet derived, derived, taken back, lost, of a case that came to another program: never an older figure."""
    monkeypatch.setattr(kept, "_kept", Kept(20_000))
    first, second, third = three
    concepts = sorted({concept.code for one in model.nodes if (concept := model.concept_of(one)) is not None})

    def agree() -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for program in (None, first.program_id, second.program_id):
            programs = () if program is None else (program,)
            asked = {"concepts": concepts, "period": YEAR, "program_id": program, "family_id": None}
            asks = asked_of_all(YEAR, programs)
            counts = count_all(None, asks, mark_of(None, list(asks.values())))
            told = read_tallies(
                actor=SYSTEM, practice="", model="outcome_chain", services=[], records=[], counts=counts, **asked
            ).reached
            rows = reached(
                actor=SYSTEM,
                concepts=concepts,
                as_of=YEAR.last,
                first=YEAR.first,
                last=YEAR.last,
                program_ids=programs,
            )
            whose = {concept: [one.family_id for one in rows if one.concept == concept] for concept in concepts}
            wanted = {concept: (len(who), len(set(who))) for concept, who in whose.items() if who}
            assert {code: one for code, one in told.items() if one != (0, 0)} == wanted
            found = found or wanted
        return found

    counted = agree()
    assert counted[concept_at(model, BOTH_REACHED)] == (2, 2)
    settle_results()
    assert agree() == counted
    Result.objects.filter(case=second).update(voided_on=JUNE)
    ResultDue.objects.create(case_id=second.pk)
    assert agree()[concept_at(model, BOTH_REACHED)] == (1, 1)
    _reached(model, third, BOTH_REACHED, on=MAY)
    assert agree()[concept_at(model, BOTH_REACHED)] == (2, 2)
    settle_results()
    _reached(model, third, BOTH_REACHED, on=JANUARY)
    settle_results()
    assert agree()[concept_at(model, BOTH_REACHED)] == (2, 2)
    Case.objects.filter(pk=third.pk).update(program_id=second.program_id)
    agree()
    Case.objects.filter(pk=first.pk).update(voided_on=JUNE)
    assert agree()[concept_at(model, BOTH_REACHED)] == (1, 1)


def concept_at(model: LogicModel, code: str) -> str:
    """The outcome that a box shows."""
    node = model.node(code)
    concept = model.concept_of(node) if node else None
    assert concept is not None
    return concept.code
