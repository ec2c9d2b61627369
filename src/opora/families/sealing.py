"""Sealing what is told about people before and beside their identity: stories, notes, files.

Closed with a key of the installation's ring (DESIGN 4): whoever has only the database or its backup reads nothing.
An envelope names the key it was sealed with, and opens for the purpose it was sealed for only. A model says with a
`SealedField` which of its words lie so; whoever assigns to it seals, and `opened` is how it is read.
"""

import json
from collections.abc import Callable
from copy import copy
from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from opora.common.envelope import Locked, close, derived, reopen
from opora.common.errors import Refused
from opora.families.keyring import keyring


class Envelope(bytes):
    """Words closed for one purpose, as they lie in the database."""


class SealedField(models.BinaryField):
    """Words about people: whatever is assigned is sealed at once, so that they never lie open, not even in memory.

    ``purpose`` is what they are sealed for, and ``words`` how an act of destruction calls them. ``route`` and ``case``
    are ways from the record to its path and to its case (a record may have either); with neither, a destruction
    leaves the field alone (it does not speak of the family, or the law wants it kept). A field that may be null
    becomes null when it is emptied, and when nothing is written into it; of any other a reader gets ``empty``
    then. With ``whole`` the record itself goes: it holds nothing but words.
    """

    class descriptor_class(DeferredAttribute):
        """The attribute: an envelope stays as it is, anything else is sealed."""

        def __set__(self, instance: models.Model, value: Any) -> None:
            instance.__dict__[self.field.attname] = self.field.get_prep_value(value)

    def __init__(
        self,
        verbose_name: Any = None,
        *,
        purpose: str,
        words: Any,
        route: str = "",
        case: str = "",
        empty: Any = "",
        whole: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(verbose_name, **options)
        self.purpose, self.words, self.route, self.case = purpose, words, route, case
        self.empty, self.whole = empty, whole

    def deconstruct(self) -> Any:
        """To the database it is a column of bytes, and a migration knows it as one."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.BinaryField", args, options

    def clone(self) -> Any:
        """What migrations hold of the field."""
        _name, _path, args, options = self.deconstruct()
        return models.BinaryField(*args, **options)

    def get_default(self) -> None:
        """Nothing is sealed before something was written."""
        return

    def get_prep_value(self, value: Any) -> Envelope | None:
        if value is None or isinstance(value, Envelope):
            return value
        if isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError("bytes are no words; an envelope from the database comes as one")
        return None if self.null and not value else seal(value, self.purpose)

    def from_db_value(self, value: Any, *_how: object) -> Envelope | None:
        return Envelope(value) if value is not None else None

    def open(self, sealed: bytes | memoryview | None) -> Any:
        """The words that were sealed for this field; raises Refused when they do not open."""
        return copy(self.empty) if sealed is None else unseal(sealed, self.purpose)


def sealed_field(model: type[models.Model], name: str) -> SealedField:
    """The field of a model, to be asked for what it is sealed for."""
    field = model._meta.get_field(name)
    if not isinstance(field, SealedField):
        raise TypeError(f"{model._meta.label}.{name} is not sealed")
    return field


def opened(record: models.Model, name: str) -> Any:
    """What was sealed in a field of a record; what the field calls empty when there is nothing."""
    return sealed_field(type(record), name).open(getattr(record, name))


def opener(model: type[models.Model], name: str) -> Callable[[bytes | memoryview | None], Any]:
    """What opens this field in rows that are read past the model."""
    return sealed_field(model, name).open


def seal_bytes(plain: bytes, purpose: str) -> bytes:
    """The bytes closed to everybody but this installation; raises KeysLost."""
    ring = keyring()
    name = ring.current.encode()
    return bytes([len(name)]) + name + close(_key(ring.sealing[ring.current]), plain, purpose.encode())


def unseal_bytes(sealed: bytes | memoryview, purpose: str) -> bytes:
    """The bytes that were sealed for this purpose; raises Refused when they do not open."""
    closed = bytes(sealed)
    length = closed[0] if closed else 0
    key = keyring().sealing.get(closed[1 : 1 + length].decode(errors="replace"))
    try:
        if key is None:
            raise Locked("its key is not on the ring")
        return reopen(_key(key), closed[1 + length :], purpose.encode())
    except Locked:
        raise Refused(
            _("This record cannot be opened with the keys of this installation. Restore the folder “keys”.")
        ) from None


def seal(value: Any, purpose: str) -> Envelope:
    """A plain value (dicts, lists, texts, numbers) sealed."""
    return Envelope(seal_bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), purpose))


def unseal(sealed: bytes | memoryview, purpose: str) -> Any:
    """The value that `seal` closed; raises Refused when it does not open."""
    return json.loads(unseal_bytes(sealed, purpose))


def _key(key: bytes) -> bytes:
    return derived(key, b"opora sealed records")
