"""What an action or a query says when it cannot do what was asked.

Every message is a sentence for the person at the screen: what is wrong, where, and what to do.
"""

from collections.abc import Mapping


class OporaError(Exception):
    """Anything a room refuses on purpose; never a programming mistake."""

    def __init__(self, message: object = "") -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class Refused(OporaError):
    """This person may not do this, or the record's state does not allow it; the message says why."""


class NotFound(OporaError):
    """There is no such record, or this person may not know that there is: both look alike."""


class Conflict(OporaError):
    """Somebody else changed the record in the meantime; nothing was overwritten."""


class Invalid(OporaError):
    """What was entered cannot be taken; ``fields`` maps the field's name to a sentence ("" for the whole)."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        super().__init__(" ".join(str(sentence) for sentence in fields.values()))
        self.fields = dict(fields)
