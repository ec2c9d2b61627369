"""A case opened on a path: what the whole house counts of it is the same, and who sees that case alone sees it now."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps

from opora.cases.models import Case
from opora.common.kept import Kept
from opora.evidence.tests import world
from opora.goods.models import Issue
from opora.indicators.queries import counting
from opora.indicators.queries import kept as keeping
from opora.indicators.queries.marks import mark_of
from opora.indicators.queries.pieces import Rows, count_all
from opora.indicators.queries.statements import Asked, Reach
from opora.indicators.rules import MEASURES, months_up_to, period_of
from opora.indicators.tests.busy import busy, changed
from opora.process.models import Paper, Route

pytestmark = pytest.mark.django_db
LAST = date(2024, 12, 31)
ASKED = {
    one.code: Asked(one, [period_of(date(2024, 1, 1), LAST, LAST), *months_up_to(LAST)]) for one in MEASURES.values()
}
ON_PATHS = (
    "circumstances.LifeChange",
    "correspondence.OfficialLetter",
    "goods.Issue",
    "groups.HomeworkResult",
    "groups.Participant",
    "network.NetworkMember",
    "network.NetworkRecord",
    "services.PlannedService",
    "services.Provision",
)


def _count(reach: Reach) -> dict[str, Rows]:
    return count_all(reach, ASKED, mark_of(reach, list(ASKED.values())))


def _hung_on_its_path(case: Case) -> Route:
    """All that was recorded of the case hangs on a path that has no case yet."""
    route = busy(case)
    changed(case)
    Paper.objects.create(route=route, kind="contract", on=date(2024, 6, 20), step_count=1, source="paper")
    Route.objects.filter(pk=route.pk).update(case=None, family=case.family, ended_on=None, stage="work")
    for name in ON_PATHS:
        apps.get_model(name).objects.filter(case=case).update(case=None, route=route)
    return route


@pytest.mark.parametrize("is_of_another_family", [False, True])
def test_a_case_opened_on_a_path_leaves_no_older_figure(
    is_of_another_family: bool, five: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_kept", Kept(20_000))
    route = _hung_on_its_path(five[0])
    opened = world.case(closed_on=None, opened_on=date(2024, 6, 15))
    if not is_of_another_family:
        Case.objects.filter(pk=opened.pk).update(family=five[0].family)
    Issue.objects.create(route=route, kind="goods", given_on=date(2024, 7, 1), act_number="м-7")
    readers: tuple[Reach, ...] = (None, ((), (opened.pk,)))
    before = [_count(reach) for reach in readers]
    counted: set[str] = set()
    ask = counting.ask

    def note(reach: Any, asked: Any, *more: Any) -> Any:
        counted.update(asked if reach is None else ())
        return ask(reach, asked, *more)

    Route.objects.filter(pk=route.pk).update(case=opened)
    with monkeypatch.context() as patch:
        patch.setattr(counting, "ask", note)
        after = [_count(reach) for reach in readers]
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "_kept", Kept(20_000))
        assert after == [_count(reach) for reach in readers]
    assert after[1] != before[1], "the records are seen now by whoever sees this case"
    assert {"IND-03", "IND-36c"} <= counted
    # What else was done on the path is counted anew only where it belongs to others now.
    assert bool(counted & {"IND-02", "IND-22a", "IND-36"}) == is_of_another_family
