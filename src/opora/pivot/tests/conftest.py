"""Figures of one test are none of the next."""

from collections.abc import Iterator

import pytest

from opora.common.kept import Kept


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Records are written here without a line in the journal, so nothing may be kept between two questions."""
    monkeypatch.setattr("opora.pivot.queries.reading._KEPT", Kept(0))
    yield
