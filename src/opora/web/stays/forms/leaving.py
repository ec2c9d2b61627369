"""Preparing to leave, and leaving."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.choices import Offered
from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField


class ExitDayForm(forms.Form):
    """The day of leaving, agreed beforehand."""

    exit_on = DayField(label=_("The family leaves on"))
    with_family = forms.BooleanField(label=_("Agreed with the family"), required=False, initial=True)


class IssueForm(forms.Form):
    """A question to settle before leaving, or a step of the life after it."""

    def __init__(self, *args: Any, whose: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.CharField(
            label=_("What is to be done"), max_length=300, help_text=_("Kept under lock. Codes instead of names.")
        )
        self.fields["whose"] = forms.ChoiceField(label=_("Who answers for it"), choices=whose)
        self.fields["due_on"] = DayField(label=_("By which day"), required=False)
        self.fields["is_after"] = forms.BooleanField(label=_("A step of the life after leaving"), required=False)


class PreparationForm(forms.Form):
    """Of each kind of preparation whether it is done, and what was done: all on one sheet."""

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, object]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = [kind for kind, _label in kinds]
        for kind, label in kinds:
            what = {"what": str(label)[:1].upper() + str(label)[1:]}
            self.fields[f"done_{kind}"] = forms.BooleanField(label=_("%(what)s: done") % what, required=False)
            self.fields[f"note_{kind}"] = text_area(
                _("%(what)s: what was done, how the family sees it") % what, required=False
            )

    def told(self) -> dict[str, tuple[bool, str]]:
        """By kind whether it is done, and the words about it."""
        typed = self.cleaned_data
        return {kind: (typed[f"done_{kind}"], typed[f"note_{kind}"]) for kind in self.kinds}


class DepartForm(forms.Form):
    """Where the family goes, with whom, and whether help goes on."""

    def __init__(
        self, *args: Any, destinations: Offered, children: Offered, asks_day: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if asks_day:
            said = _("This night the family sleeps here no more.")
            self.fields["on"] = PastDayField(label=_("Left on"), help_text=said)
        self.fields["destination"] = forms.ChoiceField(
            label=_("Where to"), choices=[("", _("Choose where to")), *destinations]
        )
        self.fields["children"] = forms.ChoiceField(label=_("With the children"), choices=children, initial="all")
        self.fields["is_supported"] = forms.TypedChoiceField(
            label=_("Help goes on"),
            choices=[
                ("", pgettext_lazy("help goes on", "not known")),
                ("yes", pgettext_lazy("help goes on", "yes")),
                ("no", pgettext_lazy("help goes on", "no")),
            ],
            coerce=lambda said: said == "yes",
            empty_value=None,
            required=False,
        )
        self.fields["with_whom"] = forms.CharField(label=_("With whom"), max_length=300, required=False)
        self.fields["note"] = text_area(
            _("What is worth knowing"), required=False, help_text=_("Kept under lock. Codes instead of names.")
        )
