"""A test that walks over nothing fails."""

import pytest

from opora.common.tests.each import each


def test_nothing_found_is_a_failure_and_something_is_walked_over() -> None:
    assert list(each(n for n in (1, 2))) == [1, 2]
    with pytest.raises(AssertionError):
        each([])
