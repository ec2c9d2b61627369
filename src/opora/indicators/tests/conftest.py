"""Figures of one test are none of the next."""

from collections.abc import Iterator

import pytest

from opora.common.kept import Kept
from opora.indicators.queries import kept


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Records are written here without a line in the journal, so nothing may be kept between two questions."""
    monkeypatch.setattr(kept, "_kept", Kept(0))
    yield
