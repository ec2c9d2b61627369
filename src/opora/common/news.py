"""News that travels up: a lower room says what happened and knows nobody who listens.

The one table of listeners is ``opora.config.wiring``. A listener runs in the teller's transaction,
so a figure can never be older than the record it is computed from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

Listener = Callable[..., Any]

_listeners: dict[str, tuple[Listener, ...]] = {}
# Events held back in this thread, with the ids to tell by the name of the payload.
_held: ContextVar[dict[str, dict[str, dict[int, None]]] | None] = ContextVar("opora_news_held", default=None)


def wire(table: Mapping[str, Sequence[Listener]]) -> None:
    """Set the whole table of listeners; called once at start-up."""
    _listeners.clear()
    _listeners.update({event: tuple(listeners) for event, listeners in table.items()})


def tell(event: str, *, or_held: str = "", **payload: Any) -> None:
    """Tell every listener of ``event``; an event nobody listens to is no mistake.

    While ``or_held`` is held back, this is told as that: what just began may have become more by the end.
    """
    held = _held.get()
    if held is not None and or_held in held:
        event = or_held
    if held is not None and event in held:
        for name, ids in payload.items():
            held[event].setdefault(name, {}).update(dict.fromkeys(ids))
        return
    for listener in _listeners.get(event, ()):
        listener(**payload)


@contextmanager
def gathered(*events: str) -> Iterator[None]:
    """Hold back these events and tell each once at the end, with the ids of all: for work on many cases at once.

    Belongs inside one transaction, and only around events whose payload is lists of ids and whose listeners compute
    anew what is true now. After an error nothing is told, for nothing was kept.
    """
    held: dict[str, dict[str, dict[int, None]]] = {event: {} for event in events}
    token = _held.set(held)
    try:
        yield
    finally:
        _held.reset(token)
    _tell_all({event: {name: list(ids) for name, ids in payload.items()} for event, payload in held.items() if payload})


def _tell_all(events: Mapping[str, Mapping[str, list[int]]]) -> None:
    """Tell several events at once: who listens to more than one of them is told once, with the ids of all."""
    waiting = _held.get() or {}
    told: dict[Listener, dict[str, dict[int, None]]] = {}
    for event, payload in events.items():
        if event in waiting:
            for name, ids in payload.items():
                waiting[event].setdefault(name, {}).update(dict.fromkeys(ids))
            continue
        for listener in _listeners.get(event, ()):
            heard = told.setdefault(listener, {})
            for name, ids in payload.items():
                heard.setdefault(name, {}).update(dict.fromkeys(ids))
    for listener, heard in told.items():
        listener(**{name: list(ids) for name, ids in heard.items()})
