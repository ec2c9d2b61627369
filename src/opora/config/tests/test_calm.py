"""What every process is told when it starts, so that no page pays for the size of the house."""

import gc
import itertools
import weakref

import pytest
from django.utils.translation import gettext, override, trans_real

from opora.common import heavy
from opora.config import memory
from opora.web.shell.wording import write_days


def test_a_sentence_is_looked_for_in_one_catalogue_of_all_rooms() -> None:
    # One that counts as our rooms do, one as Django itself: not one for each room.
    assert len(trans_real.translation("ru")._catalog._catalogs) <= 3
    with override("ru"):
        assert (gettext("Case number"), gettext("Skip to the content")) == ("Номер дела", "К содержанию")
        assert write_days(22) == "22 дня"
    with override("en"):
        assert gettext("Case number") == "Case number"


def test_what_the_house_is_made_of_is_not_looked_through_again() -> None:
    assert gc.get_freeze_count() > 100_000
    assert gc.get_threshold()[0] >= 10_000


class Dropped:
    """Nobody uses it any more, but it knows itself: only who looks for such things finds it."""

    def __init__(self) -> None:
        self.itself = self


def test_a_web_process_tidies_up_after_so_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_pages", itertools.count(1))
    gc.disable()
    try:
        heavy.was_told()
        left = weakref.ref(Dropped())
        for _page in range(memory.TIDY_AFTER - 1):
            memory._tidy_now_and_then()
        assert left() is not None
        memory._tidy_now_and_then()
        assert left() is None

        left = weakref.ref(Dropped())
        heavy.told()
        memory._tidy_now_and_then()
        assert left() is None, "a report was made, and nobody tidied up after it"
    finally:
        gc.enable()
