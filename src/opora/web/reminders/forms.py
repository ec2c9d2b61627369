"""Forms of reminders: which ones to see, and how to be reminded elsewhere."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.shell.forms import offer
from opora.web.shell.widgets import Segmented

SOON, LONG = "", "92"
OWN = "own"


class ReminderFilters(forms.Form):
    """Which reminders are shown; whatever is typed into the address by hand narrows nothing."""

    kind = forms.ChoiceField(label=_("What"), required=False)
    ahead = forms.ChoiceField(
        label=_("How far ahead"),
        required=False,
        widget=Segmented,
        choices=[(SOON, pgettext_lazy("period", "Soon")), (LONG, pgettext_lazy("period", "Three months"))],
    )
    whose = forms.ChoiceField(
        label=_("Whose"),
        required=False,
        widget=Segmented,
        choices=[("", pgettext_lazy("whose", "All in sight")), (OWN, pgettext_lazy("whose", "My families"))],
    )

    use_required_attribute = False

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, Any]], may_widen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", [("", _("Everything")), *kinds])
        if not may_widen:
            del self.fields["whose"]

    def chosen(self, name: str) -> str:
        """What was chosen; empty for anything that is no choice."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


class ChoiceForm(forms.Form):
    """How often a letter may come, and of whose families letter and calendar speak."""

    rhythm = forms.ChoiceField(label=_("Letter with reminders"), widget=forms.RadioSelect)
    whose = forms.ChoiceField(
        label=_("Of which families"),
        widget=forms.RadioSelect,
        choices=[("own", _("those I work with")), ("all", _("all whose path I can see"))],
        help_text=_("Holds for the letter and for the calendar."),
    )

    use_required_attribute = False

    def __init__(self, *args: Any, rhythms: Sequence[tuple[str, Any]], may_widen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "rhythm", list(rhythms))
        if not may_widen:
            del self.fields["whose"]
