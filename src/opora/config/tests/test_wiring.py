"""The wires name whoever is above instead of importing it: each name must stand, and what it stands for must fit."""

import inspect

import pytest

from opora.config import wiring
from opora.config.wiring import COMPOSERS, SIGHT, WIRES, Above
from opora.families.policies import Sight


@pytest.mark.parametrize("wire", sorted(set(wiring.above()), key=lambda one: one.name), ids=lambda one: one.name)
def test_whoever_is_wired_is_there(wire: Above) -> None:
    assert callable(wire.load())


def test_a_listener_to_several_events_is_one() -> None:
    assert len({wire for event in ("cases.changed", "assessments.changed") for wire in WIRES[event]}) == 3


@pytest.mark.parametrize("composer", COMPOSERS.values(), ids=COMPOSERS)
def test_a_composer_takes_who_asks_the_path_and_the_day(composer: Above) -> None:
    assert len(inspect.signature(composer.load()).parameters) == 3


def test_the_window_shows_what_the_room_of_families_asks() -> None:
    for name in ("standing", "reached"):
        asked, shown = (inspect.signature(getattr(one, name)) for one in (Sight, SIGHT))
        assert list(asked.parameters) == ["self", *shown.parameters]
