"""A model with its figures: the same as the indicators one by one, few questions, nothing known is no zero."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.__main__ import COMMANDS, main
from opora.access.rules import SYSTEM
from opora.chain import words
from opora.chain.queries import Chain, Standing, read_chain
from opora.common.errors import NotFound
from opora.common.kept import Kept
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.indicators import actions
from opora.indicators.queries import counting, kept, read_indicator
from opora.indicators.rules import EXTERNAL, MEASURES, period_of
from opora.indicators.tests.houses import path, service, signal
from opora.packs.actions import publish_practice
from opora.results.rules import RESTRICTED
from opora.services.models import Provision

pytestmark = pytest.mark.django_db
YEAR = period_of(date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31))


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(kept, "_kept", Kept(0))
    yield


@pytest.fixture
def crisis() -> None:
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "crisis_department")


@pytest.fixture
def mama() -> None:
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "mama_ryadom")


def a_signal(number: str = "1/2024", **more: Any) -> Any:
    case = world.case(number, **more)
    signal(path(case=case))
    FamilyMember.objects.create(family=case.family, person=case.client, role="mother")
    return case


def read(code: str, **more: Any) -> Chain:
    return read_chain(actor=SYSTEM, code=code, period=YEAR, **more)


def test_every_box_has_a_figure_or_says_why(crisis: None) -> None:
    a_signal()
    with CaptureQueriesContext(connection) as asked:
        chain = read("S0")
    assert len(asked) <= 12, "however many boxes the model has"
    assert len(chain.boxes) == len(chain.published.model.nodes)
    figures = {}
    for one in [*chain.boxes, *chain.assumptions]:
        first = one.standing.first
        is_told = first.value is not None if first is not None else one.standing.tally is not None
        assert is_told != bool(words.reason_of(one.standing))
        figures |= {figure.code: figure for figure in one.standing.measured}
    assert figures.keys() <= {*MEASURES, *EXTERNAL}
    for code in [code for code in figures if figures[code].compared is not None][:6]:
        alone = read_indicator(actor=SYSTEM, code=code, period=YEAR, with_months=False)
        assert figures[code].compared.now == alone.figure, code


def signal_boxes(**more: Any) -> list[Standing]:
    boxes = read("mama_ryadom", **more).boxes
    return [one.standing for one in boxes if "IND-01" in {figure.code for figure in one.standing.measured}]


def test_a_missed_target_shows_where_the_chain_breaks(mama: None) -> None:
    a_signal()
    assert [one.holds for one in signal_boxes()] == [None]
    for wanted, is_reached in ((1, True), (2, False)):
        actions.set_target(
            actor=SYSTEM,
            indicator="IND-01",
            program_id=None,
            way="at_least",
            value=Decimal(wanted),
            from_on=date(2024, wanted, 1),
        )
        assert [one.holds for one in signal_boxes()] == [is_reached]


def test_of_one_family_only_its_own_records_count(mama: None) -> None:
    first, other = a_signal(), a_signal("2/2024")
    told = [
        [one.first.value for one in signal_boxes(**more) if one.first is not None]
        for more in ({}, *({"family_code": case.client.code} for case in (first, other)))
    ]
    assert told == [[2], [1], [1]]


def test_an_effect_known_from_outside_is_never_told_by_a_figure_of_our_own(mama: None) -> None:
    """Who turns to us themselves stands beside whether people know where to turn, and does not answer it."""
    a_signal()
    (effect,) = [one.standing for one in read("mama_ryadom").boxes if one.node.source == "S2-47"]
    outside, own = effect.measured
    assert own.value is not None
    assert effect.first == outside
    assert words.reason_of(effect)


def test_an_unknown_model_is_not_there() -> None:
    with pytest.raises(NotFound):
        read("S9")


def test_the_command_tells_the_model_by_codes(
    crisis: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)
    case = a_signal(parent="И9")
    for more in ([], ["--family", case.client.code]):
        assert main(["model", "S0", "--json", *more]) == 0
        told = json.loads(capsys.readouterr().out)
        assert {"nodes", "arrows", "assumptions"} <= set(told)
        for node in told["nodes"]:
            assert {"source", "level", "text", "state", "value", "n", "target"} <= set(node)
            assert (node["value"] is None) == bool(node["reason"])
        asked = {"from", "to", "reached_first", "reached_both", "interval", "against", "reason"}
        assert all(one["failed"]["unknown"] == one["failed"]["of"] for one in told["assumptions"])
        assert all(asked <= set(arrow) for arrow in told["arrows"])
        assert all(arrow["reason"] for arrow in told["arrows"]), "one family is too few for any arrow"
    assert main(["model", "S0"]) == 0
    assert main(["model", "S9"]) != 0


def test_what_is_kept_for_others_tells_nothing_of_illnesses() -> None:
    """A report is read by people who may not read of health, whoever took it (X-13)."""
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "family_help")
    about: dict[str, Any] = {"actor": SYSTEM, "code": "outcome_chain", "period": YEAR}
    model = read_chain(**about).published.model

    def tallied(**more: Any) -> set[str]:
        boxes = read_chain(**about, **more).boxes
        return {
            concept.code
            for one in boxes
            if one.standing.tally is not None and (concept := model.concept_of(one.node)) is not None
        }

    assert tallied() & RESTRICTED
    assert tallied() - tallied(tells_health=False) == tallied() & RESTRICTED


def test_what_was_counted_at_a_box_is_kept_until_something_changes_of_its_days(
    mama: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at twice it is counted once; a service given later is counted with the days of its month alone."""
    monkeypatch.setattr(kept, "_kept", Kept(20_000))
    counted: list[tuple[list[str], date, date]] = []
    ask = counting.ask

    def note(reach: Any, asked: Any, span: Any, *more: Any) -> Any:
        counted.append((sorted(asked), span[0].first, span[-1].last))
        return ask(reach, asked, span, *more)

    monkeypatch.setattr(counting, "ask", note)
    case, talk = a_signal(), service("talk")
    before = read("mama_ryadom")
    assert counted
    counted.clear()
    assert read("mama_ryadom") == before and not counted
    Provision.objects.create(case=case, service=talk, on=date(2024, 5, 10), state="held", provider="own")
    read("mama_ryadom")
    days = {(first, last) for asked, first, last in counted if "given" in asked}
    assert days == {(date(2024, 5, 1), date(2024, 5, 31))}
    assert not any("reached" in asked for asked, _first, _last in counted)
