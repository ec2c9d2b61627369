"""The form of the organization's details. Nothing is required: what is not known is told later."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import parse_day, show_day
from opora.organization.rules import LENGTHS
from opora.web.shell.forms import SeenForm


def _line(name: str, label: Any, **attributes: Any) -> forms.CharField:
    text = attributes.pop("help_text", "")
    # Numbers are typed in groups, as they stand on the certificate.
    longest = LENGTHS[name] if LENGTHS[name] > 20 else 40
    return forms.CharField(
        label=label, required=False, max_length=longest, help_text=text, widget=forms.TextInput(attrs=attributes)
    )


def _number(name: str, label: Any, **attributes: Any) -> forms.CharField:
    return _line(name, label, inputmode="numeric", autocomplete="off", **attributes)


class DetailsForm(SeenForm):
    """Everything on one page; the parts are drawn as fieldsets."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    name = _line("name", _("Full name"), help_text=_("As in the charter. It stands in contracts and consents."))
    short_name = _line("short_name", _("Short name"), help_text=_("It stands on reports and on the page for help."))
    address = _line("address", _("Address"), autocomplete="street-address")
    phones = _line("phones", _("Telephones"), help_text=_("People in need call here first. Part several by commas."))
    email = forms.EmailField(label=_("E-mail"), required=False)
    hours = _line("hours", _("When we answer"), help_text=_("For example: on weekdays from 9:00 to 18:00."))
    signatory_post = _line("signatory_post", _("Post"), help_text=_("Who signs contracts, for example: director."))
    signatory_name = _line("signatory_name", _("Surname, name, patronymic"))
    inn = _number("inn", pgettext_lazy("number", "INN"))
    kpp = _number("kpp", pgettext_lazy("number", "KPP"))
    ogrn = _number("ogrn", pgettext_lazy("number", "OGRN"))
    bank = _line("bank", _("Bank"))
    bik = _number("bik", pgettext_lazy("number", "BIK"))
    account = _number("account", _("Bank account"))
    correspondent = _number("correspondent", _("Correspondent account"))
    consent_text = forms.CharField(
        label=_("What people agree to on the page for help"),
        required=False,
        max_length=LENGTHS["consent_text"],
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Each change is a new version; a request keeps the version that was agreed to."),
    )

    use_required_attribute = False

    PARTS: Sequence[tuple[Any, Sequence[str]]] = (
        (_("Name"), ("name", "short_name")),
        (_("How to reach us"), ("phones", "hours", "email", "address")),
        (_("Who signs"), ("signatory_post", "signatory_name")),
        (_("Registration"), ("inn", "kpp", "ogrn")),
        (_("Bank"), ("bank", "bik", "account", "correspondent")),
        (_("Page for help"), ("consent_text",)),
    )

    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The fields by parts, as the page draws them."""
        return [(title, [self[name] for name in names]) for title, names in self.PARTS]


def show_days(days: Collection[date]) -> str:
    """Days as they are typed, one a line."""
    return "\n".join(show_day(day) for day in sorted(days))


class DaysField(forms.CharField):
    """Several days, one a line or with commas between."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=5_000, **kwargs, widget=forms.Textarea(attrs={"rows": 8}))

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        days = []
        for part in typed.replace(",", "\n").split("\n"):
            if part.strip():
                try:
                    days.append(parse_day(part))
                except ValueError:
                    sentence = _("“%(what)s” is not a date. Write DD.MM.YYYY, one a line.")
                    raise forms.ValidationError(sentence, params={"what": part.strip()}) from None
        return days


class YearForm(SeenForm):
    """The days off of a year: weekdays that are off, weekend days that are worked, and where that is said."""

    off = DaysField(label=_("Weekdays that are off"))
    worked = DaysField(label=_("Saturdays and Sundays that are worked"))
    source = forms.CharField(label=_("Where it is said"), required=False, max_length=200)

    use_required_attribute = False
