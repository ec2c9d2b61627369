"""The search box and the filters of the list of cases."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.cases.rules.listing import CaseFilters
from opora.common.language import said
from opora.details.rules import chosen_said
from opora.fields.rules import YES_NO, Kind, OwnField
from opora.web.shell.colleagues import narrow_by_worker
from opora.web.shell.forms import offer
from opora.web.shell.widgets import Segmented

STATES = [
    ("open", pgettext_lazy("cases", "Open")),
    ("closed", pgettext_lazy("cases", "Closed")),
    ("all", pgettext_lazy("cases", "All")),
]


class FilterForm(forms.Form):
    """What the list is asked for; all of it stands in the address, so that a list can be kept and sent."""

    q = forms.CharField(
        label=_("Number, code or name"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False, widget=Segmented)
    program = forms.TypedChoiceField(label=_("Program"), coerce=int, empty_value=None, required=False)
    department = forms.TypedChoiceField(label=_("Department"), coerce=int, empty_value=None, required=False)
    mine = forms.BooleanField(label=_("Only mine"), required=False)
    due = forms.BooleanField(label=_("Follow-up due"), required=False)

    use_required_attribute = False

    def __init__(
        self,
        *args: object,
        programs: Sequence[tuple[int, str]],
        departments: Sequence[tuple[int, str]],
        workers: Sequence[tuple[int, str]] = (),
        own: Sequence[OwnField] = (),
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.own = [field for field in own if field.kind is not Kind.TEXT]
        self._offer_own()
        offer(self, "program", [("", _("All programs")), *programs])
        offer(self, "department", [("", _("All departments")), *departments])
        for name, offered in (("program", programs), ("department", departments)):
            if len(offered) < 2:
                del self.fields[name]
        narrow_by_worker(self, workers)

    def _offer_own(self) -> None:
        """By the organization's own fields one filters, and one of them may stand as a column."""
        for field in self.own:
            if field.is_counted:
                codes = YES_NO if field.kind is Kind.YES_NO else [one.code for one in field.choices]
                offered = [(code, said(chosen_said(field, (code,))[0])) for code in codes]
                self.fields[field.code] = forms.ChoiceField(
                    label=said(field.title), required=False, choices=[("", _("whatever")), *offered]
                )
        if self.own:
            columns = [(field.code, said(field.title)) for field in self.own]
            self.fields["column"] = forms.ChoiceField(
                label=_("One more column"), required=False, choices=[("", _("none")), *columns]
            )

    def asked_of_own(self) -> list[tuple[OwnField, str]]:
        """The own fields by which the list is narrowed, with the answer that is wanted."""
        return [(field, code) for field in self.own if (code := self.cleaned_data.get(field.code, ""))]

    def column(self) -> OwnField | None:
        """The own field that stands as a column."""
        return next((field for field in self.own if field.code == self.cleaned_data.get("column")), None)

    def filters(self, *, on: date) -> CaseFilters:
        """The filters as the room of cases takes them; a field filled with nonsense is passed over."""
        self.is_valid()
        given = self.cleaned_data
        state = given.get("state") or "open"
        return CaseFilters(
            text=given.get("q", ""),
            state="" if state == "all" else state,
            department_id=given.get("department"),
            program_id=given.get("program"),
            mine=bool(given.get("mine")),
            worker_id=given.get("worker"),
            due_on=on if given.get("due") else None,
        )
