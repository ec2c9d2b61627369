"""What is chosen for a table, and the name under which it is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.pivot import words
from opora.pivot.rules import PERIODS, SHOWN, SORTS, SUBJECTS, Definition, Kind, dimensions_of
from opora.web.shell.forms import SeenForm, offer
from opora.web.shell.widgets import DayField

_SEVERAL = forms.CheckboxSelectMultiple


class TableForm(forms.Form):
    """Subject, rows and columns first; then of which days, of whom, and how it is shown."""

    subject = forms.ChoiceField(label=_("What to count"))
    rows = forms.ChoiceField(label=_("In rows"))
    columns = forms.ChoiceField(label=_("In columns"))
    kind = forms.ChoiceField(label=_("Figure in the cells"))
    period = forms.ChoiceField(label=_("Period"))
    first = DayField(label=pgettext_lazy("period", "From"), required=False)
    last = DayField(label=pgettext_lazy("period", "To"), required=False)
    day = forms.ChoiceField(label=_("Which day decides"))
    program = forms.ChoiceField(label=_("Program"))
    department = forms.ChoiceField(label=_("Department"))
    narrow = forms.ChoiceField(label=_("Only some of them: by what"))
    shown = forms.ChoiceField(label=_("Cells show"))
    sort = forms.ChoiceField(label=_("Order of rows"))
    drawn = forms.BooleanField(label=_("With a picture"), required=False)

    use_required_attribute = False

    def __init__(
        self,
        one: Definition,
        *,
        programs: Iterable[Any],
        departments: Iterable[tuple[int, str]],
        narrow: str = "",
        groups: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(initial=_initial(one, narrow), auto_id="id_%s")
        subject = SUBJECTS.get(one.subject) or next(iter(SUBJECTS.values()))
        known = (one if one.subject in SUBJECTS else replace(one, subject=subject.code, day="")).known_by_day
        named = [(code, capfirst(words.dimension_title(each))) for code, each in known.items()]
        offer(self, "subject", [(code, words.subject_title(code)) for code in SUBJECTS])
        offer(self, "rows", _with(named, one.rows))
        offer(self, "columns", [("", _("nothing: one figure a row")), *_with(named, one.columns)])
        offer(self, "kind", [(kind.value, capfirst(words.kind_title(subject, kind))) for kind in subject.kinds])
        offer(self, "period", [(code, capfirst(words.period_title(code))) for code in PERIODS])
        offer(self, "day", [(code, capfirst(words.day_title(code))) for code in subject.days])
        offer(self, "program", [("", _("All programs")), *((each.pk, each.name) for each in programs)])
        offer(self, "department", [("", _("All departments")), *departments])
        offer(self, "narrow", [("", _("all of them")), *named])
        is_part = (Kind.SHARE, Kind.MEDIAN)
        parts = SHOWN[:1] if one.subject in SUBJECTS and one.figure in is_part and one.shown == "number" else SHOWN
        offer(self, "shown", [(code, capfirst(words.shown_title(code))) for code in parts])
        offer(self, "sort", [(code, capfirst(words.sort_title(code))) for code in SORTS])
        if narrow and groups:
            self.fields[f"only_{narrow}"] = forms.MultipleChoiceField(
                label=capfirst(words.dimension_title(one.known[narrow])),
                choices=list(groups.items()),
                required=False,
                widget=_SEVERAL,
                initial=list(one.filters.get(narrow, ())),
            )
        if len(subject.days) == 1:
            del self.fields["day"]

    @property
    def main(self) -> list[forms.BoundField]:
        """What makes the table."""
        return [self[name] for name in ("subject", "rows", "columns", "kind", "period")]

    @property
    def days(self) -> list[forms.BoundField]:
        """The days of one's own, where the period is neither this nor that."""
        return [self[name] for name in ("first", "last")] if self.initial.get("period") == "days" else []

    @property
    def rest(self) -> list[forms.BoundField]:
        """What is chosen more rarely."""
        shown = {"subject", "rows", "columns", "kind", "period", "first", "last"}
        return [self[name] for name in self.fields if name not in shown]


def _with(named: Sequence[tuple[str, str]], chosen: str) -> list[tuple[str, str]]:
    """What is offered, and the choice that does not fit: it stays to be seen, and is said to be none."""
    if not chosen or any(code == chosen for code, _name in named):
        return list(named)
    other = next((every[chosen] for one in SUBJECTS.values() if chosen in (every := dimensions_of(one))), None)
    return [*([(chosen, capfirst(words.dimension_title(other)))] if other else []), *named]


def _initial(one: Definition, narrow: str) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "rows": one.rows,
        "columns": one.columns,
        "kind": one.kind or (one.figure.value if one.subject in SUBJECTS else ""),
        "period": one.period,
        "first": one.first,
        "last": one.last,
        "day": one.by_day if one.subject in SUBJECTS else "",
        "program": one.programs[0] if one.programs else "",
        "department": one.departments[0] if one.departments else "",
        "narrow": narrow,
        "shown": one.shown,
        "sort": one.sort,
        "drawn": one.is_drawn,
    }


class RunForm(forms.Form):
    """On which day a kept table is run."""

    on = DayField(label=_("As of"), required=False)

    use_required_attribute = False


class KeepForm(SeenForm):
    """The name of a table, and whether everybody who reads figures sees it."""

    title = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("For example: services of the quarter for the board.")
    )
    is_shared = forms.BooleanField(
        label=_("For the whole organization"),
        required=False,
        help_text=_("Everybody who reads figures finds it; each counts only the families that he or she sees."),
    )

    use_required_attribute = False

    def __init__(self, *args: Any, may_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]


class SureForm(forms.Form):
    """Nothing but the word that it is meant."""
