"""Forms by which a record is taken back, and a planned visit put off, cancelled, or found empty."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.life.forms.parts import hour, words
from opora.web.shell.widgets import DayField


class ReasonForm(forms.Form):
    """Why; it stays readable with the record."""

    reason = words(pgettext_lazy("record", "Why"), required=True)


class WhyForm(forms.Form):
    """Why, if there is something to say."""

    reason = words(pgettext_lazy("record", "Why"))


class PutOffForm(forms.Form):
    """The new day and hour of a visit."""

    to_on = DayField(label=_("New day"))
    at = hour()
    reason = words(pgettext_lazy("record", "Why"))
