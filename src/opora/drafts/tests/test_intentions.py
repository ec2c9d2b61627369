"""The same sent twice is carried out once; what was refused may be sent again."""

from datetime import timedelta

import pytest

from opora.common.dates import now
from opora.common.errors import Refused
from opora.drafts import actions
from opora.drafts.models import Intention
from opora.drafts.queries import Answer, answer_to

pytestmark = pytest.mark.django_db
MARK = "a" * 64


def test_the_second_gets_the_answer_of_the_first_and_nothing_is_done_again() -> None:
    done: list[str] = []

    def act(word: str) -> Answer:
        done.append(word)
        return Answer("/signals/1/", word)

    first = actions.carry_out_once(MARK, lambda: act("first"))
    second = actions.carry_out_once(MARK, lambda: act("second"))
    assert done == ["first"]
    assert first == second == answer_to(MARK) == Answer("/signals/1/", "first")


def test_what_was_refused_leaves_no_mark() -> None:
    def refuse() -> Answer:
        raise Refused("not now")

    with pytest.raises(Refused):
        actions.carry_out_once(MARK, refuse)
    assert answer_to(MARK) is None
    assert actions.carry_out_once(MARK, lambda: Answer("/signals/2/")) == Answer("/signals/2/")


def test_old_marks_are_forgotten_and_fresh_ones_are_kept() -> None:
    actions.carry_out_once(MARK, lambda: Answer("/1/"))
    assert actions.forget_old(at=now() + timedelta(days=6)) == 0
    assert actions.forget_old(at=now() + timedelta(days=8)) == 1
    assert not Intention.objects.exists()
