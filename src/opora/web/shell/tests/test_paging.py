"""Whatever an address asks for, a list shows a page that can be."""

import pytest
from django.test import RequestFactory

from opora.web.shell.paging import page_asked


@pytest.mark.parametrize(
    ("asked", "shown"), [("", 1), ("3", 3), ("0", 1), ("-2", 1), ("two", 1), ("7000", 400), ("9" * 400, 1)]
)
def test_no_address_asks_for_a_page_that_cannot_be(asked: str, shown: int) -> None:
    assert page_asked(RequestFactory().get("/", {"page": asked}), most=400) == shown
