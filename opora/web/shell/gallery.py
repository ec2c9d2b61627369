"""The form of the gallery: one field of each kind, so that every control can be seen in every state."""

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.web.shell.widgets import DayField, Segmented


class GalleryForm(forms.Form):
    """Invented questions; nothing is kept."""

    name = forms.CharField(label=_("Name of the activity"), help_text=_("As it will stand in the plan."))
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[("", _("choose")), ("visit", _("Home visit")), ("group", _("Group")), ("talk", _("Talk"))],
    )
    on = DayField(label=_("Day"))
    hours = forms.IntegerField(label=_("Hours"), min_value=0, max_value=24, required=False)
    format = forms.ChoiceField(
        label=_("Where"),
        choices=[("here", _("With us")), ("home", _("At home")), ("call", _("By phone"))],
        widget=Segmented,
        initial="home",
    )
    guests = forms.ChoiceField(
        label=_("Who was there"),
        choices=[("mother", _("Mother")), ("both", _("Mother and children")), ("unknown", _("Not known"))],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=_("What it was about"),
        choices=[("housing", _("Housing")), ("health", _("Health")), ("school", _("School"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paper = forms.FileField(label=_("Paper"), required=False, help_text=_("PDF or a photo, up to 16 MB."))
    remark = forms.CharField(label=_("Remark"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label=_("The family agreed to take part"))


def wrong_form() -> GalleryForm:
    """The same form as it comes back when something is amiss."""
    form = GalleryForm({"name": "", "kind": "visit", "on": "45.13.2021", "format": "home", "guests": "mother"})
    form.auto_id = "wrong_%s"
    form.is_valid()
    return form
