"""What the forms of a plan have in common: short choices, and the state of the plan the person saw."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = Sequence[tuple[Any, Any]]
_NOTHING = _("Not chosen")


class SeenForm(forms.Form):
    """A form that remembers in hidden fields which state of the record the person saw (`edits` or `revision`)."""

    seen: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.seen:
            self.fields[name] = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def renew(self, **now: int) -> None:
        """After a refusal the next try is made upon the record as it is now; what was typed stays."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        for name, number in now.items():
            self.data[self.add_prefix(name)] = str(number)  # type: ignore[index]


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
