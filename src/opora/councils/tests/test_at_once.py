"""Two people vote at one moment, and one person twice: every vote counts once."""

from collections.abc import Callable
from typing import Any

import pytest

from opora.councils.models import Vote
from opora.councils.tests.test_ballots import Panel

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]


def test_two_people_vote_at_once_and_one_of_them_twice(at_once: AtOnce) -> None:
    panel = Panel()

    voters = (panel.second, panel.second, panel.third)
    outcomes = at_once(*(lambda who=who: panel.vote(who, "open") for who in voters))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict", "Vote", "Vote"]
    assert Vote.objects.filter(seat__ballot=panel.ballot).count() == 2
