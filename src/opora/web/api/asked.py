"""What may be asked of an endpoint: parameters with their kinds, read strictly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from opora.common.errors import Invalid

EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question: "date", "integer" or "string"."""

    name: str
    kind: str
    about: str
    least: int = 0
    most: int = 0
    default: int | None = None
    is_required: bool = False

    def schema(self) -> dict[str, Any]:
        """As the description says it."""
        if self.kind == "date":
            return {"type": "string", "format": "date", "pattern": r"^(199\d|20\d\d)-\d\d-\d\d$"}
        if self.kind == "integer":
            said: dict[str, Any] = {"type": "integer", "minimum": self.least, "maximum": self.most}
            return said if self.default is None else {**said, "default": self.default}
        return {"type": "string", "pattern": "^[A-Za-z0-9-]+$", "maxLength": self.most, "minLength": 1}


FROM = Parameter("from", "date", "First day of the period; without it the year up to its end.")
TO = Parameter("to", "date", "Last day of the period; without it today.")
AS_OF = Parameter("as_of", "date", "Look from this day: what was recorded as of it. Without it today.")
PROGRAM = Parameter("program", "integer", "One program by its number (see /programs).", 1, 2_147_483_647)
LIMIT = Parameter("limit", "integer", "So many rows at most.", 1, 500, 100)
OFFSET = Parameter("offset", "integer", "So many rows are passed over.", 0, 1_000_000, 0)


def read(sent: QueryDict, known: Sequence[Parameter]) -> dict[str, Any]:
    """The values by name; what is not asked is None or its default. Raises Invalid, naming everything that is wrong."""
    wrong: dict[str, object] = {}
    found: dict[str, Any] = {}
    for name in sent:
        if name not in {one.name for one in known}:
            wrong[name] = _("There is no such parameter here.")
        elif len(sent.getlist(name)) > 1:
            wrong[name] = _("Say it once.")
    for one in known:
        text = sent.get(one.name)
        if text is None:
            found[one.name] = one.default
            if one.is_required:
                wrong[one.name] = _("This parameter is needed.")
            continue
        try:
            found[one.name] = _value(one, text)
        except ValueError:
            wrong.setdefault(one.name, _said_wrong(one))
    if not wrong and found.get("from") and found.get("to") and found["from"] > found["to"]:
        wrong["to"] = _("The period ends before it begins.")
    if wrong:
        raise Invalid(wrong)
    return found


def _value(one: Parameter, text: str) -> Any:
    if one.kind == "date":
        if len(text) != len("2024-12-31"):
            raise ValueError
        day = date.fromisoformat(text)
        if not EARLIEST <= day <= LATEST:
            raise ValueError
        return day
    if one.kind == "integer":
        if not text.isascii() or not text.isdigit() or len(text) > 12 or not one.least <= int(text) <= one.most:
            raise ValueError
        return int(text)
    if not 1 <= len(text) <= one.most or "\x00" in text:
        raise ValueError
    return text


def _said_wrong(one: Parameter) -> str:
    if one.kind == "date":
        return _("A day is written as 2024-12-31.")
    if one.kind == "integer":
        return _("A whole number from %(least)s to %(most)s.") % {"least": one.least, "most": one.most}
    return _("At most %(most)s letters.") % {"most": one.most}


def shapes(**fields: Any) -> dict[str, Any]:
    """The description of an object that has exactly these fields."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def rows_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """The description of a list."""
    return {"type": "array", "items": dict(item)}


TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
NUMBER: dict[str, Any] = {"type": ["number", "null"]}
WHOLE_OR_NULL: dict[str, Any] = {"type": ["integer", "null"]}
DAY: dict[str, Any] = {"type": "string", "format": "date"}
DAY_OR_NULL: dict[str, Any] = {"type": ["string", "null"]}
