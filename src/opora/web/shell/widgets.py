"""Form parts that every room uses: a day, one-of-a-few, text that grows."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayInput(forms.DateInput):
    """The calendar of the browser; it sends ISO days and shows them the way its owner is used to."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"min": "1900-01-01", "max": "2100-12-31", **(attrs or {})}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day of life, also typed by hand as ДД.ММ.ГГГГ or ДД.ММ.ГГ where the browser has no calendar."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("This is not a date. Write it as DD.MM.YYYY, for example 15.06.2021."),
        "far": _("This day lies too far away. Look at the year."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"])
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        day: date | None = super().to_python(value.strip() if isinstance(value, str) else value)
        if day is not None and not 1900 <= day.year <= 2100:
            raise forms.ValidationError(self.error_messages["far"], code="far")
        return day


class Segmented(forms.RadioSelect):
    """Radio buttons drawn as one divided button, for two to four short choices."""

    is_segmented = True
