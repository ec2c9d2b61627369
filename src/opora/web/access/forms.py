"""Forms of people, invitations and departments. They check shape; the actions check meaning."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import Grant
from opora.common.errors import Invalid
from opora.web.access.ability_words import ROLE_HINTS
from opora.web.access.account_forms import PASSWORD_HELP

Choices = list[tuple[str, Any, list[tuple[int | None, str]]]]


def add_errors(form: forms.Form, error: Invalid) -> None:
    """Say at its field what an action could not take; what belongs to no field stands above the form."""
    for name, sentence in error.fields.items():
        form.add_error(name if name in form.fields else None, str(sentence))


class PasswordPair(forms.Form):
    """A new password, typed twice."""

    password1 = forms.CharField(
        label=_("Password"),
        help_text=PASSWORD_HELP,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("Password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ. Type the same one twice."))
        if first:
            owner = get_user_model()(email=self.owner_email(cleaned), name=cleaned.get("name", ""))
            try:
                validate_password(first, owner)
            except forms.ValidationError as error:
                self.add_error("password1", error)
        return cleaned

    def owner_email(self, cleaned: dict[str, Any]) -> str:
        """The address the password must not resemble."""
        return str(cleaned.get("email", ""))


class JoinForm(PasswordPair):
    """An invited person says the own name and chooses a password."""

    name = forms.CharField(
        label=_("Name and family name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    field_order = ["name", "password1", "password2"]

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        self.email = email
        super().__init__(*args, **kwargs)

    def owner_email(self, cleaned: dict[str, Any]) -> str:
        return self.email


class SetupForm(PasswordPair):
    """The first person: name, address, password, and whether he leads the organization."""

    name = forms.CharField(
        label=_("Name and family name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("You will sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    is_head = forms.BooleanField(
        label=_("I also lead the organization and may see all families"), required=False, initial=True
    )
    field_order = ["name", "email", "password1", "password2", "is_head"]


class NameForm(forms.Form):
    """A worker's name and telephone at work."""

    name = forms.CharField(label=_("Name and family name"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone at work"),
        max_length=40,
        required=False,
        help_text=_("Volunteers with a task for your families see it beside your name."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )


class RolesForm(forms.Form):
    """Roles in the organization and in departments, as one list of ticks."""

    def __init__(self, *args: Any, choices: Choices, held: Iterable[Grant] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = choices
        self.fields["roles"] = forms.MultipleChoiceField(
            label=_("Roles"),
            required=False,
            initial=[as_value(grant) for grant in held],
            choices=[(as_value((role, place)), "") for role, _label, places in choices for place, _name in places],
            error_messages={"invalid_choice": _("There is no such role. Please choose from the list.")},
        )

    def grants(self) -> list[Grant]:
        """What was ticked, as pairs (role, department id)."""
        return [as_grant(value) for value in self.cleaned_data["roles"]]

    def role_groups(self) -> list[dict[str, Any]]:
        """The ticks as the page shows them: a role with one place is one tick, others are a small list."""
        ticked = set(self["roles"].value() or ())
        groups = []
        for role, label, places in self.groups:
            ticks = [
                {
                    "value": (value := as_value((role, department))),
                    "id": f"role-{role}-{department or 'all'}",
                    "text": name or _("in the whole organization"),
                    "checked": value in ticked,
                }
                for department, name in places
            ]
            groups.append({"label": label, "hint": ROLE_HINTS[role], "ticks": ticks, "is_single": len(ticks) == 1})
        return groups


class InviteForm(RolesForm):
    """Who is invited, and as what."""

    name = forms.CharField(label=_("Name and family name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("The person will sign in with it. No letter is sent to it now.")
    )


class DepartmentForm(forms.Form):
    """A department's name and how its cases are numbered."""

    name = forms.CharField(label=pgettext_lazy("department", "Name"), max_length=120)
    number_pattern = forms.CharField(
        label=_("How case numbers are written"),
        max_length=60,
        initial="{n}/{year}",
        help_text=_("{n} is the running number, {nn} the same with a zero in front, {year} the year of opening."),
    )
    is_active = forms.BooleanField(label=_("In use: new cases can be opened here"), required=False, initial=True)

    def __init__(self, *args: Any, programs: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programs"] = forms.TypedMultipleChoiceField(
            label=_("Programs that work here"),
            coerce=int,
            required=False,
            choices=programs,
            widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(["name", "number_pattern", "programs", "is_active"])


def as_value(grant: Grant) -> str:
    """A grant as the value of a tick."""
    role, department = grant
    return f"{role}:{department or ''}"


def as_grant(value: str) -> Grant:
    """The grant behind a tick."""
    role, _sep, department = value.partition(":")
    return role, int(department) if department else None
