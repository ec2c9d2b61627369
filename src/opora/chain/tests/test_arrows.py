"""An arrow asked: who reached the first box, who the next and when, against the others; still in work is unknown."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.models import Case
from opora.chain.queries import PARTS, arrow_between, families_behind, read_arrows
from opora.chain.rules import ArrowCounts, difference, told, wilson
from opora.chain.words import against_said, cautions, difference_said, first_said, unknown_said, why_silent
from opora.common.errors import NotFound, Refused
from opora.evidence.tests import world
from opora.indicators.rules import period_of
from opora.logic.queries import Published
from opora.logic.tests.shipped import shipped_models
from opora.results.models import ResultMark

pytestmark = pytest.mark.django_db
YEAR = period_of(date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31))
SINCE = date(2024, 2, 1)
ENDS = ("m12", "L2")
FIRST, NEXT = "relations_better", "wellbeing_better"


def test_intervals_are_those_of_the_books() -> None:
    """Wilson of 5 of 5 as in the standards (56.6 to 100 percent); Newcombe's own example, 56 of 70 and 48 of 80."""
    assert [round(one, 3) for one in wilson(5, 5)] == [0.566, 1.0]
    assert [round(one, 3) for one in wilson(0, 10)] == [0.0, 0.278]
    assert [round(one, 4) for one in difference(56, 70, 48, 80)] == [0.0524, 0.3339]


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_a_difference_lies_within_its_interval_and_turns_with_its_sides(known: int, other: int, data: Any) -> None:
    n, m = data.draw(st.integers(0, known)), data.draw(st.integers(0, other))
    low, high = difference(n, known, m, other)
    assert -1 <= low <= n / known - m / other <= high <= 1
    back = difference(m, other, n, known)
    assert (round(-back[1], 9), round(-back[0], 9)) == (round(low, 9), round(high, 9))


def test_few_or_nobody_is_said_and_not_compared() -> None:
    assert told(ArrowCounts()).reason == "nobody"
    assert told(ArrowCounts(families=9, without=9)).reason == "nobody_first"
    assert told(ArrowCounts(families=9, reached_first=2, open_first=2, without=7)).reason == "first_open"
    assert told(ArrowCounts(families=9, reached_first=9, both=3)).reason == "nobody_else"
    few = told(ArrowCounts(families=20, reached_first=4, both=4, without=16))
    assert (few.reason, few.first.share, few.difference) == ("few", 1.0, None)


@pytest.fixture
def chain() -> Published:
    """The outcome chain as it is shipped."""
    return Published(1, "outcome_chain", 1, "family_help", (), shipped_models()["outcome_chain"])


def family(number: int, *, is_open: bool = False, first: int | None = None, then: int | None = None) -> Any:
    """A family in work since January; the two boxes reached so many days after that, or never."""
    case = world.case(f"{number}/2024", children=(), closed_on=None if is_open else date(2024, 12, 1))
    for concept, days in ((FIRST, first), (NEXT, then)):
        if days is not None:
            ResultMark.objects.create(
                case=case, kind="reached", concept=concept, since=SINCE + timedelta(days=days), since_by=""
            )
    return case


def ask(chain: Published, actor: Actor = SYSTEM, **more: Any) -> Any:
    arrow = arrow_between(chain, *ENDS)
    return read_arrows(actor=actor, published=chain, arrows=[arrow], period=YEAR, **more)[0]


def test_each_family_falls_into_one_part(chain: Published) -> None:
    """Six families with the first, four without: counted by hand."""
    family(1, first=10, then=30)
    family(2, first=10, then=10)
    family(3, first=10, then=60)
    family(4, first=10)
    family(5, first=10, is_open=True)
    family(6, first=40, then=5)
    family(7, then=70)
    family(8)
    family(9)
    family(10, is_open=True)
    answer = ask(chain)
    counts = answer.told.counts
    assert (counts.families, counts.reached_first, counts.both, counts.earlier, counts.open_first) == (10, 6, 3, 1, 1)
    assert (answer.told.first.n, answer.told.first.known, answer.told.first.unknown) == (3, 4, 1)
    assert (answer.told.against.n, answer.told.against.known, answer.told.against.unknown) == (1, 3, 1)
    assert counts.days == 20, "0, 20 and 50 days"
    assert answer.told.reason == "few" and why_silent(answer) and not difference_said(answer.told)
    assert "3" in first_said(answer.told) and against_said(answer.told) and unknown_said(answer.told)
    asked: dict[str, Any] = {"actor": SYSTEM, "published": chain, "arrow": answer.arrow, "period": YEAR, "limit": 50}
    behind = {part: families_behind(**asked, part=part) for part in PARTS}
    sizes = {part: len(found) for part, found in behind.items()}
    assert sizes == {"both": 3, "open": 1, "only_first": 1, "earlier": 1, "without": 1, "neither": 2}
    assert [one.days for one in behind["both"] if one.number == "3/2024"] == [50]


def test_a_planted_effect_is_found_and_a_planted_nothing_is_not(chain: Published) -> None:
    """Of 60 families that reached the first 75 percent go on, of 60 others 20: the interval is far from nothing."""
    chance = random.Random(11)
    for number in range(120):
        has_first = number % 2 == 0
        goes_on = chance.random() < (0.75 if has_first else 0.2)
        family(number, first=5 if has_first else None, then=chance.randint(20, 90) if goes_on else None)
    told_of = ask(chain).told
    assert told_of.interval[0] > 0.3 and "+" in difference_said(told_of)
    ResultMark.objects.filter(concept=NEXT).delete()
    for mark in list(Case.objects.order_by("pk")):
        if chance.random() < 0.4:
            ResultMark.objects.create(
                case=mark, kind="reached", concept=NEXT, since=SINCE + timedelta(days=60), since_by=""
            )
    told_of = ask(chain).told
    assert told_of.interval[0] < 0 < told_of.interval[1], "the same chance on both sides is no difference"


def test_who_reaches_one_department_asks_of_that_one_alone(chain: Published) -> None:
    family(1, first=10, then=30)
    there = family(2, first=10, then=30)
    Case.objects.filter(pk=there.pk).update(department=world.department("Там"))
    here = Actor(7, "Координатор", frozenset({(Role.COORDINATOR, world.department().pk)}))
    assert (ask(chain).told.counts.families, ask(chain, here).told.counts.families) == (2, 1)
    with pytest.raises(Refused):
        ask(chain, Actor(8, "Кладовщик", frozenset({(Role.WAREHOUSE, None)})))


def test_a_box_that_nobody_can_follow_says_so() -> None:
    mama = Published(1, "mama_ryadom", 1, "mama_ryadom", (), shipped_models()["mama_ryadom"])
    family(1)
    answers = read_arrows(actor=SYSTEM, published=mama, arrows=mama.model.arrows, period=YEAR)
    effects = [one for one in answers if one.arrow.end == "e1"]
    assert effects and all(one.told is None and one.reason == "outside" and why_silent(one) for one in effects)
    assert any(one.told is not None for one in answers), "help given is followed by the records of its indicator"


def test_every_arrow_of_every_model_answers_or_says_why() -> None:
    family(1)
    for code, model in shipped_models().items():
        published = Published(1, code, 1, code, (), model)
        answers = read_arrows(actor=SYSTEM, published=published, arrows=model.arrows, period=YEAR)
        assert len(answers) == len(model.arrows)
        assert all(one.told is not None or why_silent(one) for one in answers)


def test_there_is_no_arrow_that_is_not_drawn(chain: Published) -> None:
    with pytest.raises(NotFound):
        arrow_between(chain, *reversed(ENDS))


def test_no_figure_of_an_arrow_is_called_a_cause() -> None:
    """The words of X-14: an order in time, and never what brought it about."""
    assert any("не причина" in one for one in cautions())
