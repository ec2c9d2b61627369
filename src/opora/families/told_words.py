"""What is told about people in words, in any room: its sealed fields, and those its ``unsealed_words.py`` lists.

One list serves two purposes: on destruction every field of it is emptied (X-11, X-20), and when the installation's
key is renewed every sealed one is sealed anew. A field that is not on the list would survive both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.db.models import Model

from opora.families.sealing import SealedField


@dataclass(frozen=True, slots=True)
class Told:
    """One field: where it lies, how it is found from a path or a case, and what stands there once it is emptied.

    ``route`` and ``case`` are ways from the record to its path and to its case (a record may have either); with
    neither, a destruction leaves the field alone (it does not speak of the family, or the law wants it kept).
    ``purpose`` is what the field is sealed for ("": it is plain). ``empty`` is what a reader gets afterwards; a field
    that may be null becomes null. With ``whole`` the record itself goes: it holds nothing but words.
    """

    model: str
    field: str
    words: Any
    route: str = ""
    case: str = ""
    purpose: str = ""
    empty: Any = ""
    whole: bool = False

    @property
    def key(self) -> str:
        """The name under which an act of destruction remembers the field."""
        return f"{self.model}.{self.field}"

    @property
    def table(self) -> type[Model]:
        return apps.get_model(self.model)

    @property
    def may_be_null(self) -> bool:
        return bool(self.table._meta.get_field(self.field).null)


@cache
def told_everywhere() -> tuple[Told, ...]:
    """The fields of every room, in the order of the rooms."""
    return tuple(one for room in _rooms() for one in (*_sealed(room), *_unsealed(room)))


def words_of(key: str) -> str:
    """What a field holds, as an act says it; the key itself when the field is gone since."""
    return next((str(one.words) for one in told_everywhere() if one.key == key), key)


def _rooms() -> Iterator[AppConfig]:
    return (room for room in apps.get_app_configs() if room.name.startswith("opora."))


def _sealed(room: AppConfig) -> Iterator[Told]:
    for model in room.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, SealedField):
                yield Told(
                    model._meta.label,
                    field.name,
                    field.words,
                    route=field.route,
                    case=field.case,
                    purpose=field.purpose,
                    empty=field.empty,
                    whole=field.whole,
                )


def _unsealed(room: AppConfig) -> tuple[Told, ...]:
    name = f"{room.name}.unsealed_words"
    try:
        found: tuple[Told, ...] = import_module(name).TOLD
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return ()
    return found
