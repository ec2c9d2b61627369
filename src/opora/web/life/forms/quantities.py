"""Quantities and sums as people write them."""

from typing import Any

from django import forms


class QuantityInput(forms.TextInput):
    """A quantity or a sum, written with a comma or with a point, with or without spaces."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        return "".join(typed.split()).replace(",", ".") if isinstance(typed, str) else typed
