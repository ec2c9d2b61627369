"""Forms of consents."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.papers.queries.choices import PURPOSES
from opora.web.shell.forms import PastDayField, offer
from opora.web.shell.widgets import DayField


class ConsentForm(forms.Form):
    """A consent signed on paper: whose, to what, from when until when."""

    purpose = forms.ChoiceField(
        label=_("To what"),
        choices=PURPOSES,
        initial="processing",
        widget=forms.RadioSelect,
        help_text=_("The law asks for a separate paper for each purpose."),
    )
    person_id = forms.TypedChoiceField(label=_("Whose data"), coerce=int)
    on = PastDayField(label=_("Signed on"), initial=today)
    valid_until = DayField(
        label=_("Valid until"), required=False, help_text=_("Leave it empty when the paper names no day.")
    )
    scope = forms.CharField(
        label=_("What exactly is allowed"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("Whom we may tell, what may be published, what the person forbids. It is kept sealed."),
    )

    use_required_attribute = False

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person_id", [("", _("Choose")), *people] if len(people) != 1 else people)


class WithdrawForm(forms.Form):
    """The day on which the withdrawal was received."""

    on = PastDayField(label=_("Withdrawal received on"), initial=today)

    use_required_attribute = False
