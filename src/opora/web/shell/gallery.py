"""The form of the gallery: one field of each kind, so that every control can be seen in every state."""

from django import forms
from django.utils.translation import pgettext_lazy

from opora.web.shell.widgets import DayField, Segmented


class GalleryForm(forms.Form):
    """Invented questions; nothing is kept."""

    name = forms.CharField(
        label=pgettext_lazy("sample", "Name of the activity"),
        help_text=pgettext_lazy("sample", "As it will stand in the plan."),
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("sample", "Kind"),
        choices=[
            ("", pgettext_lazy("sample", "choose")),
            ("visit", pgettext_lazy("sample", "Home visit")),
            ("group", pgettext_lazy("sample", "Group")),
            ("talk", pgettext_lazy("sample", "Talk")),
        ],
    )
    on = DayField(label=pgettext_lazy("sample", "Day"))
    hours = forms.IntegerField(label=pgettext_lazy("sample", "Hours"), min_value=0, max_value=24, required=False)
    format = forms.ChoiceField(
        label=pgettext_lazy("sample", "Where"),
        choices=[
            ("here", pgettext_lazy("sample", "With us")),
            ("home", pgettext_lazy("sample", "At home")),
            ("call", pgettext_lazy("sample", "By phone")),
        ],
        widget=Segmented,
        initial="home",
    )
    guests = forms.ChoiceField(
        label=pgettext_lazy("sample", "Who was there"),
        choices=[
            ("mother", pgettext_lazy("sample", "Mother")),
            ("both", pgettext_lazy("sample", "Mother and children")),
            ("unknown", pgettext_lazy("sample", "Not known")),
        ],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=pgettext_lazy("sample", "What it was about"),
        choices=[
            ("housing", pgettext_lazy("sample", "Housing")),
            ("health", pgettext_lazy("sample", "Health")),
            ("school", pgettext_lazy("sample", "School")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paper = forms.FileField(
        label=pgettext_lazy("sample", "Paper"),
        required=False,
        help_text=pgettext_lazy("sample", "PDF or a photo, up to 16 MB."),
    )
    remark = forms.CharField(
        label=pgettext_lazy("sample", "Remark"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    agreed = forms.BooleanField(label=pgettext_lazy("sample", "The family agreed to take part"))


def wrong_form() -> GalleryForm:
    """The same form as it comes back when something is amiss."""
    form = GalleryForm({"name": "", "kind": "visit", "on": "1821-06-15", "format": "home", "guests": "mother"})
    form.auto_id = "wrong_%s"
    form.is_valid()
    return form
