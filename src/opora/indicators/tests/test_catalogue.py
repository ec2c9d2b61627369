"""The catalogue of indicators held whole: each is counted by hand in some test; those of others are entered by hand."""

from datetime import date
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules

import pytest

import opora.indicators.tests as tests
from opora.access.rules import SYSTEM
from opora.common.errors import NotFound
from opora.indicators import actions
from opora.indicators.rules import EXTERNAL, MEASURES
from opora.indicators.tests.asking import answer, outside
from opora.indicators.tests.by_hand import BY_HAND, by_hand


def test_every_indicator_of_the_catalogue_is_counted_by_hand_in_a_test() -> None:
    for one in iter_modules(tests.__path__):
        import_module(f"{tests.__name__}.{one.name}")
    catalogue = {*MEASURES, *EXTERNAL}
    assert {number for code in catalogue if (number := code[4:6])} == {f"{place:02}" for place in _NUMBERS}
    assert set(BY_HAND) == catalogue, "an indicator without a test that counts it by hand"


# Requirements 6.1 go from 1 to 47 and leave 37 to 39 out.
_NUMBERS = (*range(1, 37), *range(40, 48))


@pytest.mark.django_db
@by_hand(*EXTERNAL)
def test_of_what_others_count_the_newest_figure_entered_up_to_a_day_is_told() -> None:
    """IND-40 to IND-47: 12.5, then 11, then one entered by mistake; before the first there is none, and no zero."""
    for place, code in enumerate(EXTERNAL):
        told = {"unit": "домов", "source": "Росстат", "today": date(2025, 1, 1), "actor": SYSTEM, "indicator": code}
        for on, value in ((date(2024, 3, 1), "12.5"), (date(2024, 9, 1), "11"), (date(2024, 11, 1), "900")):
            made = actions.keep_outside_figure(on=on, value=Decimal(value) + place, **told)
        actions.void_outside_figure(actor=SYSTEM, figure_id=made.pk, on=date(2025, 1, 1))
    for place, code in enumerate(EXTERNAL):
        assert outside(code, date(2024, 12, 31)) == 11 + place
        assert outside(code, date(2024, 8, 31)) == 12.5 + place
        assert outside(code, date(2024, 2, 29)) is None
        with pytest.raises(NotFound):
            answer(code)
