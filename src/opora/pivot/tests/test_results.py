"""Results reached, as a table counts them: by hand, with what was lost again and what is nobody's business."""

from datetime import date

import pytest

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.evidence.tests import world
from opora.pivot.queries.statement import told_results
from opora.pivot.tests.asking import figures, table, whole
from opora.results.models import ResultMark
from opora.results.rules import RESTRICTED

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2024, 4, 1), date(2024, 10, 1)


def test_results_by_what_they_are_and_whether_they_hold() -> None:
    """A result lost again was reached all the same; what only seems reached counts nowhere."""
    first, second = world.case(closed_on=None), world.case(closed_on=None)
    plain, other = [code for code in told_results(SYSTEM) if code not in RESTRICTED][:2]
    for case, concept, kind, until in (
        (first, plain, "reached", None),
        (first, other, "reached", AUTUMN),
        (second, plain, "reached", None),
        (second, other, "maybe_reached", None),
    ):
        ResultMark.objects.create(case=case, concept=concept, kind=kind, since=SPRING, since_by="x", until=until)
    assert figures("results", "result") == {plain: 2, other: 1, "all": 2}
    assert figures("results", "holds", kind="records") == {"yes": 2, "no": 1, "all": 3}
    assert figures("results", "holds", kind="records", as_of=date(2024, 9, 1)) == {"yes": 3, "all": 3}
    assert whole("results", kind="records", first=date(2024, 5, 1)) == (0, 0, 0)


def test_results_of_health_are_told_to_those_who_read_of_health() -> None:
    case = world.case(closed_on=None)
    ResultMark.objects.create(
        case=case, concept="child_health_solved", kind="reached", since=SPRING, since_by="x", person_id=case.client_id
    )
    assert whole("results") == (1, 1, 0)
    user = User.objects.create(email="analyst@opora.example", name="Рита")
    analyst = Actor(user_id=user.pk, name="Рита", grants=frozenset({(Role.ANALYST, None)}))
    assert table("results", "result", actor=analyst).cells == {}
