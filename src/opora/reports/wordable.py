"""What may stand in a Word file: its XML takes no control signs, as come with text from other programs."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

LONGEST_PROPERTY = 255
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def wordable(value: Any) -> Any:
    """The same report, or a part of it, without signs that a Word file cannot hold."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: wordable(getattr(value, one.name)) for one in fields(value) if one.init})
    if isinstance(value, list | tuple):
        return type(value)(wordable(one) for one in value)
    return value
