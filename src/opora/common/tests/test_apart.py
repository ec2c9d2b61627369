"""What is done apart comes back as if it had been done here, and ends with whoever waits for it."""

import os
import threading
import time
from collections.abc import Callable

import pytest
from django.utils.translation import override

from opora.common import apart
from opora.common.errors import Refused
from opora.common.tests import works


def test_another_process_does_it_and_tells_what_came_of_it() -> None:
    with override("ru"):
        process, said, word, command = apart.done_apart(works.words, said="Ёлкина")
    assert process != os.getpid()
    assert (said, word) == ("Ёлкина", "случай")
    assert "Ёлкина" not in command


def test_what_it_refuses_is_refused_here_in_the_same_words() -> None:
    with pytest.raises(Refused, match="Мест больше нет"):
        apart.done_apart(works.refuse)


@pytest.mark.parametrize("work, error", [(works.stumble, apart.FailedApartError), (works.die, apart.EndedEarlyError)])
def test_a_mistake_and_a_death_are_told_apart(work: Callable[[], None], error: type[Exception]) -> None:
    with pytest.raises(error):
        apart.done_apart(work)


def test_whoever_stops_ends_what_is_done_apart_and_lets_the_one_who_waits_know() -> None:
    ended = []

    def wait_for_it() -> None:
        try:
            apart.done_apart(works.wait)
        except apart.EndedEarlyError as error:
            ended.append(error)

    waiting = threading.Thread(target=wait_for_it)
    waiting.start()
    while waiting.is_alive():
        apart.end_all()
        time.sleep(0.05)
    assert len(ended) == 1 and not apart._under_way
