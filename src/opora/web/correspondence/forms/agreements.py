"""Forms of agreements and of joint meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.web.correspondence.forms.letters import Choices, _office, _WithFile
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField


class AgreementFilterForm(forms.Form):
    """What narrows the list of agreements."""

    q = forms.CharField(label=_("Office, number or words"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=pgettext_lazy("agreements", "State"),
        choices=[
            ("", pgettext_lazy("agreements", "All")),
            ("in_force", pgettext_lazy("agreements", "in force")),
            ("ending", pgettext_lazy("agreements", "end within two months")),
            ("over", pgettext_lazy("agreements", "over")),
        ],
        required=False,
    )


class AgreementForm(_WithFile, SeenForm):
    """An agreement: with whom, about what, from when to when, its paper."""

    def __init__(self, *args: Any, offices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paper = {name: self.fields.pop(name) for name in ("photo", "file")}
        self.fields["partner_id"] = _office(offices)
        self.fields["number"] = forms.CharField(label=_("Number"), required=False, max_length=60)
        self.fields["scope"] = forms.CharField(label=_("What was agreed"), max_length=500)
        self.fields["signed_on"] = PastDayField(label=_("Signed on"), initial=today)
        self.fields["until_on"] = DayField(
            label=_("Holds until"), required=False, help_text=_("Left empty, it holds until somebody ends it.")
        )
        self.fields.update(paper)


class MeetingFilterForm(forms.Form):
    """What narrows the list of meetings."""

    q = forms.CharField(label=_("Topic or office"), required=False, max_length=100)
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)


class MeetingForm(SeenForm):
    """A joint meeting: with whom, about what, who was there, what came of it."""

    use_required_attribute = False

    def __init__(self, *args: Any, offices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=pgettext_lazy("letters", "Day"), initial=today)
        self.fields["topic"] = forms.CharField(label=_("About what"), max_length=300)
        self.fields["partner_ids"] = forms.TypedMultipleChoiceField(
            label=_("With whom"),
            # Authorities come first; a heading for each kind would take as much room as the offices themselves.
            choices=[office for _kind, of_kind in offices for office in of_kind],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["present"] = text_area(_("Who was there"), rows=2, required=False)
        self.fields["results"] = text_area(_("What came of it"), rows=4, required=False)
