"""Two records that are one: which, why, and what stays of them."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from opora.families.actions import BothPeople
from opora.families.actions.merging_families import REASONS as FAMILY_REASONS
from opora.families.rules.merging import Choice, choices_for, differing
from opora.families.words import (
    FIELD_LABELS,
    MERGE_REASONS,
    show_field,
)
from opora.web.families.forms.newcomers import CHOOSE
from opora.web.shell.forms import CodeField


class SameForm(forms.Form):
    """The other record, by its code."""

    code = CodeField(label=_("Code of the other record"))


class FamiliesForm(forms.Form):
    """Why two families are one."""

    reason = forms.ChoiceField(
        label=_("Why they are brought together"),
        choices=[CHOOSE, *((reason.value, MERGE_REASONS[reason]) for reason in FAMILY_REASONS)],
    )


class OtherFamilyForm(forms.Form):
    """The other family, by the code of anybody in it."""

    code = CodeField(label=_("Code of anybody of the other family"))


class TogetherForm(forms.Form):
    """What stays of two records that say different things; what only one of them says is kept without a question."""

    def __init__(self, *args: Any, both: BothPeople, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.both = both
        self.asked = differing(both.kept_identity, both.gone_identity)
        for name in self.asked:
            self.fields[name] = forms.ChoiceField(
                label=capfirst(FIELD_LABELS[name]),
                choices=[(choice.value, self._says(name, choice)) for choice in choices_for(name)],
                initial=choices_for(name)[0].value,
                widget=forms.RadioSelect,
            )
        if both.families_differ:
            self.fields["with_families"] = forms.BooleanField(
                label=_("It is one family: bring the families together too"), required=False
            )
        self.fields["reason"] = forms.ChoiceField(
            label=_("Why there are two records"),
            choices=[CHOOSE, *((key, said) for key, said in MERGE_REASONS.items() if not key.startswith("family"))],
        )
        revisions = f"{both.kept.revision} {both.gone.revision}"
        self.fields["revisions"] = forms.RegexField(r"\d+ \d+", initial=revisions, widget=forms.HiddenInput)

    def chosen(self) -> dict[str, str]:
        """The choice of each field that was asked about."""
        return {name: self.cleaned_data[name] for name in self.asked}

    def seen(self) -> tuple[int, int]:
        """The revisions of the records that were looked at."""
        kept, gone = self.cleaned_data["revisions"].split()
        return int(kept), int(gone)

    def _says(self, name: str, choice: Choice) -> Any:
        if choice is Choice.BOTH:
            return _("Keep the first, note the second as former") if name == "surname" else _("Keep both")
        identity = self.both.kept_identity if choice is Choice.KEPT else self.both.gone_identity
        return "; ".join(show_field(identity, name))
