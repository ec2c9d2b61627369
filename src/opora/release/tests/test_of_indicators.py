"""What files of other systems are told beside an indicator: the share before, and the outcomes it shows."""

from datetime import date
from typing import Any

import pytest

from opora.__main__ import COMMANDS
from opora.access.rules import SYSTEM
from opora.packs.actions import publish_practice
from opora.release.queries.of_indicators import outcomes_by_indicator, share_before
from opora.release.queries.prepared import Asked
from opora.release.rules import Limits, Reason
from opora.release.rules.hiding import Released
from opora.release.rules.kinds import ANSWERS
from opora.release.rules.tabulating import tabulate

pytestmark = pytest.mark.django_db
YEAR = Asked("indicators", "", "", date(2024, 1, 1), date(2024, 12, 31))


def _released(code: str, *, last: date = date(2023, 12, 31), hidden: Any = None, **holds: str) -> Released:
    answers = ["yes"] * 33 + ["no"] * 27
    units = [(number, -number, {"answer": answer}) for number, answer in enumerate(answers, start=1)]
    table = tabulate(
        units, counts="cases", universe=code, by=("answer",), first=date(2023, 1, 1), last=last, holds=holds,
        groups={"answer": ANSWERS},
    )  # fmt: skip
    return Released(table, hidden or {})


def test_the_share_before_is_one_that_left_the_house_already() -> None:
    limits = Limits()
    assert share_before("IND-30", YEAR, [_released("IND-30")], limits) == {"on": "2023-12-31", "value": 55.0}
    for other in (
        _released("IND-20"),
        _released("IND-30", last=date(2023, 12, 30)),
        _released("IND-30", program="7"),
        _released("IND-30", hidden={("no",): next(iter(Reason))}),
    ):
        assert share_before("IND-30", YEAR, [other], limits) is None


def test_an_indicator_names_the_outcomes_of_the_models_in_force() -> None:
    assert outcomes_by_indicator() == {}
    for practice in ("support_and_shelter", "mama_ryadom"):
        publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / practice)
    told = outcomes_by_indicator()
    assert "IND-30" in told and all(one["id"] and one["title"] for outcomes in told.values() for one in outcomes)
    # The same outcome of several models and boxes is named once.
    assert all(len({one["id"] for one in outcomes}) == len(outcomes) for outcomes in told.values())
