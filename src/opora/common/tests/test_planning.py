"""A question of a much visited page is planned once; all others are asked as they always were."""

import pytest
from django.db import connection

from opora.common.planning import planned_once

pytestmark = pytest.mark.django_db
QUESTION = "SELECT %s::int + 1 AS planned_once"


def plans_kept() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%planned_once%"])
        return int(cursor.fetchone()[0])


def ask(number: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [number])
        return int(cursor.fetchone()[0])


def test_the_plan_of_a_question_is_kept_and_its_answers_are_new() -> None:
    with planned_once():
        answers = [ask(number) for number in range(5)]
    assert answers == [1, 2, 3, 4, 5]
    assert plans_kept() == 1


def test_after_the_page_questions_are_asked_as_before_also_when_it_failed() -> None:
    usual = connection.connection.cursor_factory
    with pytest.raises(LookupError), planned_once():
        raise LookupError
    assert connection.connection.cursor_factory is usual
    before = plans_kept()
    assert [ask(number) for number in range(5)] == [1, 2, 3, 4, 5]
    assert plans_kept() == before
