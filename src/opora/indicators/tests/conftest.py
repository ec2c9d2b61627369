"""Figures of one test are none of the next; five closed cases that several tests count by hand."""

from collections.abc import Iterator
from datetime import date

import pytest

from opora.cases.models import Case
from opora.common.kept import Kept
from opora.evidence.tests import world
from opora.indicators.queries import kept
from opora.indicators.tests.houses import small_form, told_of


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Records are written here without a line in the journal, so nothing may be kept between two questions."""
    monkeypatch.setattr(kept, "_kept", Kept(0))
    yield


@pytest.fixture
def five() -> list[Case]:
    """Better, the same, worse, without an exit form, and one of whose children nothing is known."""
    form = small_form()
    better = world.case(children=(None, None), homes=("own_family", "own_family"))
    same = world.case(children=(None, None), homes=("own_family", "institution"))
    worse = world.case(homes=("relatives",))
    alone = world.case(homes=("own_family",))
    silent = world.case(homes=("unknown",), in_program=world.program("Кризисный центр"))
    # Ratings in the order of CODES; from 2 on an item is weak, 3 is critical.
    for case, entry, exit_, critical in (
        (better, [3, 2, 2, 1], [1, 1, 1, 1], 0),
        (same, [2, 1, 2, 1], [2, 1, 2, 1], 0),
        (worse, [1, 1, 1, 1], [1, 1, 2, 3], 1),
        (silent, [2, 2, 0, None], [0, 1, 0, 0], 0),
    ):
        world.form(case, "entry", entry, in_version=form)
        world.form(case, "exit", exit_, in_version=form, on=date(2024, 12, 10), critical=critical)
    world.form(alone, "entry", [2, 2, 2, 2], in_version=form)
    cases = [better, same, worse, alone, silent]
    told_of(cases)
    return cases
