"""What narrows a page of figures: the program, the days, or both."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from opora.common.dates import show_day, today
from opora.indicators.rules import EARLIEST, Period, period_of
from opora.web.shell.forms import PastDayField, offer
from opora.web.shell.widgets import DayField


class ProgramForm(forms.Form):
    """One of the programs, or the whole organization."""

    program = forms.TypedChoiceField(label=_("Program"), coerce=int, empty_value=None, required=False)

    use_required_attribute = False
    of_all: Sequence[tuple[str, Any]] = (("", _("Whole organization")),)

    def __init__(self, *args: Any, programs: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(program.pk, program.name) for program in programs]
        offer(self, "program", [*self.of_all, *named])


class DaysForm(forms.Form):
    """From a day to a day, each of which may be left out."""

    from_on = DayField(label=pgettext_lazy("period", "From"), required=False)
    to_on = DayField(label=pgettext_lazy("period", "To"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("to_on")
        if first and last and first > last:
            self.add_error("to_on", _("The period ends before it begins. Change one of the two days."))
        return cleaned


class PeriodForm(DaysForm, ProgramForm):
    """The program and the period; without days the year up to today."""

    def chosen(self) -> tuple[Period, tuple[int, ...]]:
        """The period and the program; a field filled with nonsense is passed over and says so beside itself."""
        self.is_valid()
        given = self.cleaned_data
        program = given.get("program")
        period = period_of(given.get("from_on"), given.get("to_on"), given.get("as_of") or today())
        return period, (program,) if program else ()


class FiguresForm(PeriodForm):
    """The same, looked at as of any day: what came later is not known then."""

    as_of = PastDayField(label=_("As of"), required=False)


def days_said(period: Period) -> str:
    """A period as it is read: everything up to a day has no first one, and an earlier day one looks from is named."""
    days = {"first": show_day(period.first), "last": show_day(period.last), "day": show_day(period.as_of)}
    said = gettext("up to %(last)s") if period.first <= EARLIEST else gettext("%(first)s – %(last)s")
    said %= days
    return said if period.as_of == today() else gettext("%(period)s, as of %(day)s") % {**days, "period": said}
