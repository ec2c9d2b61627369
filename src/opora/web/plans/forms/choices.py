"""What the forms of a plan have in common: short choices."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = Sequence[tuple[Any, Any]]
_NOTHING = _("Not chosen")


def one_of(label: Any, choices: Iterable[tuple[Any, Any]], *, empty: Any = None, **kwargs: Any) -> forms.ChoiceField:
    """A list to choose from; with `empty` the first line says that nothing is chosen."""
    first = [] if empty is None else [("", empty)]
    return forms.ChoiceField(label=label, choices=[*first, *choices], **kwargs)


def number_of(
    label: Any, choices: Iterable[tuple[Any, Any]], *, empty: Any = _NOTHING, **kwargs: Any
) -> forms.TypedChoiceField:
    """A list of numbered things to choose from; nothing chosen is none."""
    kwargs.setdefault("required", False)
    return forms.TypedChoiceField(label=label, choices=[("", empty), *choices], coerce=int, empty_value=None, **kwargs)
