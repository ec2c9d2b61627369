"""The forms of the directory and of referrals to partners."""

import base64
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, str]]
MOST_BYTES = 1024 * 1024


class SearchForm(forms.Form):
    """What help is looked for, from what kind of organization."""

    q = forms.CharField(label=_("What help is needed, where"), max_length=200, required=False)

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind of organization"), choices=[("", _("all")), *kinds], required=False
        )


class PartnerForm(SeenForm):
    """An entry of the directory."""

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {
            "name": forms.CharField(label=_("Name of the organization"), max_length=200),
            "kind": forms.ChoiceField(label=_("Kind of organization"), choices=kinds),
            "services": text_area(_("Services")),
            "audience": text_area(_("For whom"), required=False),
            "area": forms.CharField(label=_("Area"), max_length=200, required=False),
            "contacts": text_area(
                _("Contacts of the organization"),
                help_text=_("Telephone, address and website of the organization, no personal numbers."),
            ),
            "conditions": text_area(_("Conditions"), required=False),
            "documents": text_area(_("Documents needed"), required=False),
            "agreement": forms.CharField(label=_("Agreement"), max_length=200, required=False),
            "checked_on": PastDayField(
                label=_("Checked"),
                required=False,
                help_text=_("The day somebody last made sure that all this holds. After twelve months it is stale."),
            ),
            "rating": forms.TypedChoiceField(
                label=_("Rating by our workers"),
                choices=[("", pgettext_lazy("rating", "none")), *((n, str(n)) for n in range(1, 6))],
                coerce=int,
                empty_value=None,
                required=False,
            ),
            "is_active": forms.BooleanField(label=_("Works with us"), required=False, initial=True),
        }


class ReferForm(forms.Form):
    """To whom the family goes on and what is told about it."""

    def __init__(self, *args: Any, partners: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner_id"] = forms.TypedChoiceField(
            label=_("Partner"), choices=[("", _("Choose a partner")), *partners], coerce=int
        )
        self.fields["on"] = PastDayField(label=_("Referred on"))
        self.fields["has_consent"] = forms.BooleanField(
            label=_("The family agrees that we tell the partner about it"), required=False
        )
        self.fields["told"] = text_area(
            _("What the partner is told"), required=False, help_text=_("Only with the family’s consent.")
        )
        self.fields["follow_up_on"] = DayField(
            label=_("To be confirmed by"),
            required=False,
            help_text=_("By this day we ask whether the family got help. Left empty, it is in two weeks."),
        )


class ConfirmForm(forms.Form):
    """What became of a referral."""

    def __init__(self, *args: Any, outcomes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"] = forms.ChoiceField(
            label=_("What became of it"), choices=outcomes, widget=forms.RadioSelect
        )
        self.fields["on"] = PastDayField(label=_("Found out on"))


class ExchangeForm(forms.Form):
    """An archive of another directory; once it was looked at, it travels with the page until it is taken in."""

    file = forms.FileField(
        label=_("Archive of HSDS tables (.zip)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        help_text=_("Up to 1 MB. First you see what would change; nothing is changed yet."),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        sent = given.get("file")
        if sent is not None and sent.size <= MOST_BYTES:
            given["data"] = sent.read()
        elif sent is None and given.get("kept"):
            try:
                given["data"] = base64.b64decode(given["kept"], validate=True)
            except ValueError:
                self.add_error("file", _("Choose the archive again."))
        else:
            self.add_error("file", _("Choose an archive (.zip) of up to 1 MB."))
        return given
