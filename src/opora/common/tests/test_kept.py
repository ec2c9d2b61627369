"""What is kept is given again, and there is never more of it than there is room for."""

from hypothesis import given
from hypothesis import strategies as st

from opora.common.kept import Kept


def test_a_value_is_made_once_for_each_key():
    kept, made = Kept(3), []
    for key in ("a", "b", "a", "a"):
        assert kept.get(key, lambda key=key: made.append(key) or key.upper()) == key.upper()
    assert made == ["a", "b"]


def test_what_was_not_asked_for_longest_goes_first():
    kept, made = Kept(2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: made.append(key) or key)
    assert made == ["a", "b", "c", "b"]


def test_what_is_forgotten_is_made_anew():
    kept, made = Kept(2), []
    for _time in range(2):
        assert kept.get("a", lambda: made.append("a") or "A") == "A"
        kept.forget()
    assert made == ["a", "a"] and not len(kept)


@given(st.lists(st.integers(0, 9), max_size=40), st.integers(1, 5))
def test_there_is_never_more_than_there_is_room_for_and_nothing_foreign_is_given(keys, most):
    kept = Kept(most)
    for key in keys:
        assert kept.get(key, lambda key=key: key * 7) == key * 7
        assert len(kept) <= most
