"""The form on the website: few questions, plain words, nothing but the words themselves is required."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.intake.queries.choices import PUBLIC_SOURCES, PUBLIC_URGENCIES
from opora.intake.rules.signal_told import LONGEST_LINE

_LONGEST = 5_000
HOMES = [
    ("yes", pgettext_lazy("home", "Yes")),
    ("no", pgettext_lazy("home", "No, or not for long")),
]


class HelpForm(forms.Form):
    """A request for help: nothing is chosen beforehand, and only the story is required.

    The field nobody sees is filled in by programs only.
    """

    story = forms.CharField(
        label=_("What is happening?"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Write as it comes. A few words are enough: the rest can be told when we talk."),
        error_messages={"required": _("Write at least a few words, so that we know how to help.")},
    )
    urgency = forms.ChoiceField(
        label=_("When is help needed?"), choices=PUBLIC_URGENCIES, required=False, widget=forms.RadioSelect
    )
    home = forms.ChoiceField(
        label=_("Do you and the children have a place to live?"),
        choices=HOMES,
        required=False,
        widget=forms.RadioSelect,
    )
    for_whom = forms.ChoiceField(
        label=_("For whom do you ask?"), choices=PUBLIC_SOURCES, required=False, widget=forms.RadioSelect
    )
    children_count = forms.IntegerField(
        label=_("How many children are in the family?"),
        required=False,
        min_value=0,
        max_value=30,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    caller = forms.CharField(
        label=_("How may we call you?"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Telephone or another way to reach you"),
        required=False,
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
        help_text=_("Without it we cannot answer you, but we will read every word."),
    )
    agrees = forms.BooleanField(
        label=_("I agree that my name and telephone are kept so that you can help me"), required=False
    )
    website = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        label=_("Leave this empty"),
    )

    use_required_attribute = False

    def __init__(self, *args: Any, asks_for_home: bool, asks_to_agree: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_for_home:
            del self.fields["home"]
        if not asks_to_agree:
            del self.fields["agrees"]

    def clean(self) -> dict[str, Any]:
        """A name or a telephone is kept by consent only; the story may come without either."""
        typed = super().clean() or {}
        if "agrees" in self.fields and not typed.get("agrees") and (typed.get("caller") or typed.get("phone")):
            sentence = _("To call you back we need your consent: tick the box. Or leave the name and telephone out.")
            self.add_error("agrees", sentence)
        return typed

    @property
    def is_without_home(self) -> bool:
        """Whether the family has nowhere to live."""
        return bool(self.cleaned_data.get("home") == "no")

    @property
    def is_from_a_program(self) -> bool:
        """Whether the field nobody sees was filled in."""
        return bool(self.cleaned_data.get("website"))

    def asked(self) -> list[Any]:
        """The fields a person sees, but for the consent, which stands beside its text."""
        return [field for field in self if field.name not in ("website", "agrees")]
