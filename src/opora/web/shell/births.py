"""A birth as it is typed and shown: to the day, or only as far as it is known."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.families.rules import Birth, parse_birth
from opora.families.words import typed_birth


class BirthField(forms.Field):
    """«12.03.2015», and also «03.2015», «2015» or «около 2015» while the day is not known."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("This is not a date. Write it as DD.MM.YYYY, or what is known of it: 03.2015, 2015, about 2015.")
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Birth date"))
        kwargs.setdefault("help_text", _("If the day is not known: 03.2015, 2015 or “about 2015”."))
        super().__init__(required=False, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "maxlength": 40}

    def to_python(self, value: Any) -> Birth | None:
        if isinstance(value, Birth) or not (text := str(value or "").strip()):
            return value or None
        try:
            return parse_birth(text, on=today())
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return typed_birth(value) if isinstance(value, Birth) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))
