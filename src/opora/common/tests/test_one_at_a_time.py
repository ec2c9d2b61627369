"""Work of one name waits for work of the same name, and for no other."""

from collections.abc import Callable
from time import sleep
from typing import Any

import pytest
from django.db import transaction

from opora.common.errors import Conflict
from opora.common.one_at_a_time import one_at_a_time

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]


def test_the_second_begins_when_the_first_is_done(at_once: AtOnce) -> None:
    inside: list[int] = []

    def work() -> int:
        with transaction.atomic():
            one_at_a_time("trial.work")
            inside.append(1)
            together = len(inside)
            sleep(0.05)
            inside.pop()
        return together

    assert at_once(work, work, work) == [1, 1, 1]


def test_who_would_wait_too_long_is_told_and_does_nothing(at_once: AtOnce) -> None:
    def work() -> str:
        with transaction.atomic():
            one_at_a_time("trial.long", patience=1)
            sleep(1.5)
        return "done"

    outcomes = at_once(work, work)
    assert sorted(type(outcome) for outcome in outcomes if outcome != "done") == [Conflict]


def test_work_of_another_name_does_not_wait(at_once: AtOnce) -> None:
    def hold(name: str) -> str:
        with transaction.atomic():
            one_at_a_time(name, patience=1)
            sleep(1.2)
        return name

    assert at_once(lambda: hold("trial.one"), lambda: hold("trial.other")) == ["trial.one", "trial.other"]


def test_outside_of_a_transaction_it_refuses_because_it_would_hold_nothing() -> None:
    with pytest.raises(transaction.TransactionManagementError, match=r"trial\.work"):
        one_at_a_time("trial.work")
