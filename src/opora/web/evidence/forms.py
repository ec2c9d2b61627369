"""Whose outcomes are asked for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from opora.access.rules import Actor
from opora.cases.queries import departments_of
from opora.common.dates import today
from opora.evidence.rules.rows import Cohort
from opora.web.shell.forms import offer
from opora.web.shell.period_form import DaysForm, ProgramForm
from opora.web.shell.widgets import DayField


class CohortForm(DaysForm, ProgramForm):
    """The filters above the outcomes; all of them stand in the address, so that a view can be kept and sent."""

    department = forms.TypedChoiceField(label=_("Department"), coerce=int, empty_value=None, required=False)
    from_on = DayField(label=_("Closed from"), required=False)
    pooled = forms.BooleanField(label=_("Show the programs together as well"), required=False)

    field_order = ("program", "department", "from_on", "to_on", "pooled")
    of_all: Sequence[tuple[str, Any]] = (("", _("Each by itself")),)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = departments_of(actor=actor, ability="outcomes.read")
        offer(self, "department", [("", _("All departments")), *departments])

    def cohort(self) -> Cohort:
        """What is asked for; a field filled with nonsense is passed over and says so beside itself."""
        self.is_valid()
        given = self.cleaned_data
        program, department = given.get("program"), given.get("department")
        return Cohort(
            program_ids=(program,) if program else (),
            department_ids=(department,) if department else (),
            closed_from=given.get("from_on"),
            closed_to=given.get("to_on"),
            pooled=bool(given.get("pooled")) and not program,
        )


class ServedForm(CohortForm):
    """Of which period, program and department it is told whom the house helped; this year unless said otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["pooled"]
        self.fields["from_on"].label = pgettext("period", "From")

    def period(self) -> tuple[date | None, date]:
        """The days asked for; the future counts nothing yet."""
        cohort, now = self.cohort(), today()
        end = min(cohort.closed_to or now, now)
        if not ({"from_on", "to_on"} & set(self.data)):
            return date(now.year, 1, 1), end
        return cohort.closed_from, end


class DepthForm(CohortForm):
    """Of which program the form is looked at item by item; always of one alone."""

    of_all = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["pooled"]
