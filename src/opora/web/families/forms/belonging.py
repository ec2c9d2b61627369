"""The role in a family, its end, a birth, and where a child lives."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.families.rules import Ended, Identity
from opora.families.words import (
    KIND_LABELS,
    LEAVING,
    ROLE_LABELS,
)
from opora.web.families.forms.newcomers import ADULT_ROLES, CHOOSE
from opora.web.families.forms.person import NamesForm
from opora.web.shell.forms import PastDayField, offer


class RoleForm(forms.Form):
    """Another role: the former one stays on record."""

    role = forms.ChoiceField(label=_("From this day"))
    on = PastDayField(label=_("Day"), initial=today)

    def __init__(self, *args: Any, is_child: bool, present: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = ("child",) if is_child else ADULT_ROLES
        roles = [(role, ROLE_LABELS[role]) for role in offered if role != present]
        offer(self, "role", [CHOOSE, *roles])


class LeaveForm(forms.Form):
    """Why somebody belongs to the family no longer, and since when."""

    def __init__(self, *args: Any, reasons: Sequence[Ended], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"] = forms.ChoiceField(
            label=_("What happened"), choices=[(why.value, LEAVING[why]) for why in reasons], widget=forms.RadioSelect
        )
        self.fields["day"] = PastDayField(
            label=_("Day"), required=False, help_text=_("Leave it empty if nobody knows the day.")
        )


class BirthForm(NamesForm):
    """The child who was expected is born: its name, the day, where it lives."""

    kind = forms.ChoiceField(
        label=_("Where the child lives"),
        choices=[("", _("To be recorded later")), *KIND_LABELS.items()],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].required = True

    def identity(self) -> Identity:
        """The name that was typed."""
        typed = self.cleaned_data
        return Identity(surname=typed["surname"], given=typed["given"], patronymic=typed["patronymic"])


class PlacementForm(forms.Form):
    """Where a child lives from a day on."""

    kind = forms.ChoiceField(
        label=_("Where the child lives"), choices=list(KIND_LABELS.items()), widget=forms.RadioSelect
    )
    from_on = PastDayField(
        label=_("Since"),
        initial=today,
        help_text=_("The day it changed, not the day you write it down. The same day again corrects an entry."),
    )


class HomesForm(forms.Form):
    """Where each child lives from one day on; what did not change is left as it stands."""

    def __init__(self, *args: Any, children: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = children
        for child_id, called in children:
            self.fields[f"home_{child_id}"] = forms.ChoiceField(
                label=called, choices=[("", _("Not recorded yet")), *KIND_LABELS.items()], required=False
            )
        self.fields["from_on"] = PastDayField(
            label=_("Since"), initial=today, help_text=_("The day it changed, not the day you write it down.")
        )

    def changed_homes(self) -> dict[int, str]:
        """By child: the home that is another one now."""
        homes = {child_id: self.cleaned_data[f"home_{child_id}"] for child_id, _called in self.children}
        return {pk: kind for pk, kind in homes.items() if kind and kind != self.initial.get(f"home_{pk}")}
