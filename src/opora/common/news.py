"""News that travels up: a lower room says what happened and knows nobody who listens.

The one table of listeners is ``opora.config.wiring``. A listener runs in the teller's transaction,
so a figure can never be older than the record it is computed from.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Listener = Callable[..., Any]

_listeners: dict[str, tuple[Listener, ...]] = {}


def wire(table: Mapping[str, Sequence[Listener]]) -> None:
    """Set the whole table of listeners; called once at start-up."""
    _listeners.clear()
    _listeners.update({event: tuple(listeners) for event, listeners in table.items()})


def tell(event: str, **payload: Any) -> None:
    """Tell every listener of ``event``; an event nobody listens to is no mistake."""
    for listener in _listeners.get(event, ()):
        listener(**payload)
