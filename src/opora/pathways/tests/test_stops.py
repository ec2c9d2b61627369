"""The row of stops on a family's way: a second round makes it no longer, a side stop stands after its own."""

from datetime import date, timedelta

import pytest

from opora.pathways.rules import parse, stops
from opora.pathways.rules.stops import ahead
from opora.pathways.tests.processes import SHIPPED, shipped

DAY = date(2026, 3, 2)
DEFINITION = parse({key: value for key, value in shipped("support_and_shelter").items() if key != "programs"})
USUAL = (
    "signal",
    "visit",
    "assess",
    "vote",
    "contract",
    "plan",
    "council",
    "services",
    "reassess",
    "closing",
)


def row(*places: str, has_ended: bool = False) -> list[tuple[str, str]]:
    visits = [(place, DAY + timedelta(days=number)) for number, place in enumerate(places)]
    return [(stop.place, stop.state) for stop in stops(DEFINITION, visits, has_ended=has_ended)]


def test_a_new_signal_sees_the_whole_main_way_before_it() -> None:
    assert row("signal") == [("signal", "now"), *((place, "next") for place in USUAL[1:])]


def test_a_second_round_makes_the_row_no_longer() -> None:
    first = row(*USUAL[:9])
    again = row(*USUAL[:9], "plan")
    assert [place for place, _state in again] == [place for place, _state in first]
    assert dict(again)["plan"] == "now"
    assert dict(again)["services"] == "next"
    found = stops(DEFINITION, [(place, DAY) for place in (*USUAL[:9], "plan")], has_ended=False)
    assert next(stop for stop in found if stop.place == "plan").times == 2


def test_a_side_stop_stands_after_its_own_and_the_way_goes_on_from_there() -> None:
    found = stops(DEFINITION, [("signal", DAY), ("visit", DAY), ("high_risk", DAY)], has_ended=False)
    assert [stop.place for stop in found][:4] == ["signal", "visit", "high_risk", "assess"]
    assert [stop.place for stop in found if stop.is_side] == ["high_risk"]


def test_days_are_counted_where_the_family_has_gone_on() -> None:
    found = stops(DEFINITION, [("signal", DAY), ("visit", DAY + timedelta(days=3))], has_ended=False)
    assert (found[0].days, found[1].days) == (3, None)


def test_an_ended_way_ends_at_its_exit() -> None:
    assert row("signal", "one_off", "helped", has_ended=True)[-1] == ("helped", "done")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_shipped_process_leads_from_a_signal_to_an_exit_by_main_steps(path: object) -> None:
    body = shipped(path.parent.name)  # type: ignore[attr-defined]
    definition = parse({key: value for key, value in body.items() if key != "programs"})
    way = list(ahead(definition, definition.start))
    assert way[-1] in definition.exits
    assert all(definition.stages[place].short.ru for place in definition.stages)
