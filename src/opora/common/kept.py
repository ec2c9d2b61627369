"""What was computed once is kept for whoever asks the same again, as long as there is room; never longer than it holds.

A key names everything the value depends on, so that a change makes another key and the old value is asked for no more.
The memory is that of one process: a new version of the code begins with nothing.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Value = TypeVar("Value")


class Kept:
    """At most so many values; the one that was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._values: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value kept under the key, or the one that is made now; two who ask at once may both make it."""
        found: Value | None = self.find(key)
        return self.put(key, make()) if found is None else found

    def find(self, key: Hashable) -> Any:
        """The value kept under the key; None where there is none."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep a value, and give it back."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self.most:
                self._values.popitem(last=False)
        return value

    def forget(self) -> None:
        """Everything is made anew for whoever asks next."""
        with self._lock:
            self._values.clear()

    def __len__(self) -> int:
        return len(self._values)
