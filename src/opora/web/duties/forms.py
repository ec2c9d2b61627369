"""The forms of passing work on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from opora.common.dates import today
from opora.duties.actions import EVERYTHING
from opora.duties.queries import Group, Receiver
from opora.web.shell.colleagues import ColleagueField
from opora.web.shell.widgets import DayField

LONGEST_REASON = 500


class PassOnForm(forms.Form):
    """Why, and to whom: one colleague for everything, or one for each kind of work."""

    def __init__(
        self,
        *args: Any,
        groups: Sequence[Group],
        receivers: Mapping[str, Sequence[Receiver]],
        each: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = [one.kind for one in groups]
        if each:
            for one in groups:
                self.fields[one.kind] = _receiver(one.title, receivers[one.kind], empty=_("Stays where it is"))
        else:
            self.fields["to"] = _receiver(
                _("To whom"),
                receivers[""],
                required=True,
                help_text=_("Only those who may open all of it. With the fewest families first."),
            )
        self.fields["reason"] = forms.CharField(
            label=_("Why"),
            max_length=LONGEST_REASON,
            widget=forms.Textarea(attrs={"rows": 2}),
            error_messages={"required": _("Say why, for whoever takes it over.")},
        )
        self.fields["on"] = DayField(
            label=_("From which day"),
            initial=today,
            required=False,
            help_text=_("A coming day is kept, and the work goes over by itself. Until then it can be called off."),
        )
        self.each = each

    def clean_on(self) -> date:
        """Work is passed on today, also where nothing is said, or on a coming day."""
        on: date = self.cleaned_data["on"] or today()
        if on < today():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return on

    def receivers(self) -> dict[str, int]:
        """Who gets which kind of work on the day chosen: by then there may be kinds that do not hang there today."""
        is_ahead = self.cleaned_data["on"] > today()
        return {EVERYTHING: self.cleaned_data["to"]} if is_ahead and not self.each else self.receivers_now()

    def receivers_now(self) -> dict[str, int]:
        """Who gets which kind of the work that hangs there today."""
        typed = self.cleaned_data
        found = {kind: typed.get("to", typed.get(kind)) for kind in self.kinds}
        return {kind: user_id for kind, user_id in found.items() if user_id}


class SubstituteForm(forms.Form):
    """Who stands in, from which day until which."""

    from_on = DayField(label=_("First day"), initial=today)
    until_on = DayField(label=_("Last day"), help_text=_("It ends by itself after this day."))

    field_order = ("substitute_id", "from_on", "until_on")

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute_id"] = ColleagueField(
            _("Who stands in"),
            people,
            error_messages={"required": _("Choose who stands in.")},
            help_text=_("Sees and does what the absent colleague may, and nothing more."),
        )
        self.order_fields(self.field_order)


def _receiver(
    label: Any, people: Sequence[Receiver], *, empty: Any = None, required: bool = False, **kwargs: Any
) -> ColleagueField:
    return ColleagueField(
        label,
        [(one.user_id, said(one)) for one in people],
        is_short=empty is not None,
        empty=empty,
        required=required,
        error_messages={"required": _("Choose who takes it over.")},
        **kwargs,
    )


def said(one: Receiver) -> str:
    """A colleague with how many families he or she has already."""
    carries = ngettext("%(count)s family now", "%(count)s families now", one.families) % {"count": one.families}
    return f"{one.name} · {carries}"
