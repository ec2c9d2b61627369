"""Many of a list: a list too long to stand open on a page is folded away, with the words of what is chosen."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

SHORT = 6
"""So many choices are seen at a glance."""


def is_long(field: BoundField) -> bool:
    """Whether any number may be chosen of a list that would fill the page."""
    asked: Any = field.field
    return isinstance(asked.widget, forms.CheckboxSelectMultiple) and len(list(asked.choices)) > SHORT


def in_words(field: BoundField) -> str:
    """What is chosen, in the words of the list."""
    asked: Any = field.field
    chosen = {str(code) for code in field.value() or ()}
    return "; ".join(str(title) for code, title in asked.choices if str(code) in chosen)
