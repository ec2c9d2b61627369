"""What forms say when something is missing or cannot be read: what to do about it, in one voice for the whole house.

A field that knows better says so itself by its own `error_messages`.
"""

from typing import Any, Final

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

_CHOOSE: Final = _("Choose an answer from the list.")
_NOT_OFFERED: Final = _("This answer is not offered any more. Choose another one.")

MESSAGES: Final[dict[type[forms.Field], dict[str, Any]]] = {
    forms.Field: {"required": _("Please fill this in.")},
    forms.ChoiceField: {"required": _CHOOSE, "invalid_choice": _NOT_OFFERED},
    forms.TypedChoiceField: {"required": _CHOOSE, "invalid_choice": _NOT_OFFERED},
    forms.MultipleChoiceField: {"required": _("Choose at least one."), "invalid_choice": _NOT_OFFERED},
    forms.DateField: {"required": _("Say on which day."), "invalid": _("Write the day like this: 31.12.2026.")},
    forms.TimeField: {"invalid": _("Write the hour like this: 14:30.")},
    forms.IntegerField: {"invalid": _("Write a whole number.")},
    forms.DecimalField: {"invalid": _("Write a number, for example 2.5.")},
    forms.FileField: {"required": _("Choose a file."), "empty": _("The file is empty. Choose another one.")},
}


def put_in_force() -> None:
    """Let every form of the house speak like this; called once, when the shell is ready."""
    for field, messages in MESSAGES.items():
        field.default_error_messages = {**field.__dict__.get("default_error_messages", {}), **messages}
    validators.MinValueValidator.message = _("It should be %(limit_value)s or more.")
    validators.MaxValueValidator.message = _("It should be %(limit_value)s or less.")
    validators.MaxLengthValidator.message = _(
        "Too long: %(show_value)s characters, and %(limit_value)s fit in. Shorten it."
    )
    validators.EmailValidator.message = _(
        "This does not look like an e-mail address. It should be like name@example.org."
    )
