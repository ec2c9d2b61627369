"""Whose session it is and what he or she may do is read once for each person, not again at every door.

The world stands at every door as it was built: what a request changes is undone before the next one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from opora.access.queries import signed_in
from opora.web.access import backends
from opora.web.access.sessions import SessionStore

_read_session = SessionStore._get_session_from_db
_sessions: dict[str | None, Any] = {}
_accounts: dict[int, Any] = {}


def forget() -> None:
    """Another world is built: nobody of the former one is known there."""
    _sessions.clear()
    _accounts.clear()


@contextmanager
def known() -> Iterator[None]:
    """Within, whoever came before is recognized."""
    with instead(SessionStore, "_get_session_from_db", _session), instead(backends, "signed_in", _account):
        yield


@contextmanager
def instead(owner: Any, name: str, deed: Any) -> Iterator[None]:
    """Within, this is done instead; a patch of the library takes as long as one of the shorter answers."""
    former = getattr(owner, name)
    setattr(owner, name, deed)
    try:
        yield
    finally:
        setattr(owner, name, former)


def _session(self: SessionStore) -> Any:
    found = _sessions.get(self.session_key)
    if found is None:
        found = _sessions[self.session_key] = _read_session(self)
    return found


def _account(*, user_id: int) -> Any:
    if user_id not in _accounts:
        _accounts[user_id] = signed_in(user_id=user_id)
    return copy(_accounts[user_id])
