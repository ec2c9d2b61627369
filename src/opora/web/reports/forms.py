"""Forms of reports: what a report is about, and what each kind of block is told."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor
from opora.cases.queries import departments_of
from opora.common.dates import add_months, today
from opora.common.language import said
from opora.indicators import words as indicators
from opora.indicators.queries import indicators_in_force
from opora.indicators.rules import EXTERNAL
from opora.logic.queries import models_in_force
from opora.logic.words import LEVEL_KINDS
from opora.programs.queries import list_programs
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About
from opora.reports.queries import tables_offered
from opora.reports.rules.kinds import KINDS, LONGEST_TEXT, SECTIONS
from opora.studies.queries import hypotheses
from opora.voice.actions import read_publishable
from opora.web.shell.forms import SeenForm, by_number
from opora.web.shell.widgets import DayField

_QUARTER = 3
_RESULTS = ("output", "interim_output", "final_output", "short", "mid", "long", "social", "effect", "service")


def usual_period(months: int, on: date) -> tuple[date, date]:
    """The last whole time of so many months: of three the last quarter, else up to the last whole month."""
    end = on.replace(day=1)
    if months == _QUARTER:
        end = end.replace(month=end.month - (end.month - 1) % _QUARTER)
    return add_months(end, -months), end - timedelta(days=1)


class AboutForm(SeenForm):
    """What a report is called, whose families it speaks of and which days."""

    title = forms.CharField(label=pgettext_lazy("report", "Title"), max_length=200)
    first_on = DayField(label=pgettext_lazy("period", "From"))
    last_on = DayField(label=pgettext_lazy("period", "To"))

    use_required_attribute = False

    def __init__(self, *args: Any, actor: Actor, program: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programs = [(one.pk, one.name) for one in list_programs(actor=actor) if not program or one.code == program]
        departments = departments_of(actor=actor, ability="outcomes.read")
        whole = ("", _("Whole organization"))
        self.fields["program_id"] = by_number(_("Program"), programs, whole, required=False)
        self.fields["department_id"] = by_number(
            _("Department"), departments, ("", _("All departments")), required=False
        )
        self.order_fields(["title", "program_id", "department_id", "first_on", "last_on"])

    def about(self) -> About:
        """What was typed."""
        return About(**{name: value for name, value in self.cleaned_data.items() if name != "revision"})


class BlockForm(SeenForm):
    """What a block says and shows. Its own scope stands folded away: mostly a block speaks of what the report does."""

    heading = forms.CharField(label=_("Heading"), max_length=200, required=False)

    use_required_attribute = False

    def __init__(self, *args: Any, kind: str, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in KINDS[kind].options:
            getattr(self, f"_{name}")(actor)
        is_text = kind == "text"
        self.fields["text"] = forms.CharField(
            label=pgettext_lazy("block", "Text") if is_text else _("Words beside the figures"),
            max_length=LONGEST_TEXT,
            required=False,
            widget=forms.Textarea(attrs={"rows": 8 if is_text else 3}),
            help_text=_("Of the work, not of people: no names. An empty line begins a new paragraph.")
            if is_text
            else _("No names."),
        )
        if KINDS[kind].counts:
            self._scope(actor)

    @property
    def main_fields(self) -> Iterable[Any]:
        """What is asked first."""
        return [self[name] for name in self.fields if name not in {*_SCOPE, "revision"}]

    @property
    def scope_fields(self) -> Iterable[Any]:
        """What narrows the block alone."""
        return [self[name] for name in self.fields if name in _SCOPE]

    @property
    def has_own_scope(self) -> bool:
        """Whether anything narrows it now, or was typed wrongly there."""
        return any(self[name].value() or self[name].errors for name in self.fields if name in _SCOPE)

    def content(self) -> Content:
        """What was typed."""
        given = self.cleaned_data
        options = {name: given.get(name) for name in KINDS[self.kind].options if given.get(name)}
        scope = {name: given.get(name) for name in _SCOPE if name in self.fields}
        return Content(given.get("heading", ""), given.get("text", ""), options, **scope)

    def _scope(self, actor: Actor) -> None:
        as_report = ("", _("as in the report"))
        programs = [(one.pk, one.name) for one in list_programs(actor=actor)]
        departments = departments_of(actor=actor, ability="outcomes.read")
        self.fields["program_id"] = by_number(_("Program"), programs, as_report, required=False)
        self.fields["department_id"] = by_number(_("Department"), departments, as_report, required=False)
        self.fields["first_on"] = DayField(label=pgettext_lazy("period", "From"), required=False)
        self.fields["last_on"] = DayField(label=pgettext_lazy("period", "To"), required=False)

    def _codes(self, actor: Actor) -> None:
        self.fields["codes"] = forms.MultipleChoiceField(
            label=_("Indicators"), choices=_indicators(actor), widget=forms.CheckboxSelectMultiple, required=False
        )

    def _code(self, actor: Actor) -> None:
        self.fields["code"] = forms.ChoiceField(label=_("Indicator"), choices=[("", "—"), *_indicators(actor)])

    def _model(self, _actor: Actor) -> None:
        models = [(one.code, said(one.model.title)) for one in models_in_force()]
        self.fields["model"] = forms.ChoiceField(label=_("Logic model"), choices=[("", "—"), *models])

    def _levels(self, _actor: Actor) -> None:
        choices = [(code, capfirst(str(LEVEL_KINDS[code]))) for code in _RESULTS]
        self.fields["levels"] = forms.MultipleChoiceField(
            label=_("Columns"),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("None ticked: all columns."),
        )

    def _section(self, _actor: Actor) -> None:
        choices = [("", _("all sections")), *((one, one) for one in SECTIONS)]
        self.fields["section"] = forms.ChoiceField(label=_("Section of the form"), choices=choices, required=False)

    def _study(self, actor: Actor) -> None:
        found = hypotheses(actor=actor)
        choices = [(str(one.pk), f"№ {one.number} · {one.content['question']}") for one in found]
        self.fields["study"] = forms.ChoiceField(label=_("Hypothesis"), choices=[("", "—"), *choices])

    def _saved(self, actor: Actor) -> None:
        self.fields["saved"] = forms.ChoiceField(
            label=_("Saved table"),
            choices=[("", "—"), *((str(one.pk), one.title) for one in tables_offered(actor=actor))],
            help_text=_(
                "Tables kept for the whole organization, but for those by own fields. "
                "Counted are the families and the days of the report."
            ),
        )

    def _quotes(self, actor: Actor) -> None:
        found = read_publishable(actor=actor, on=today())
        self.fields["quotes"] = forms.MultipleChoiceField(
            label=_("Words of families"),
            choices=[(str(one.id), f"«{one.text}» ({one.whose})") for one in found],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Here stand only words of people with a consent to publication in force."),
        )

    def _lines(self, _actor: Actor) -> None:
        self.fields["lines"] = forms.CharField(
            label=_("Control points"),
            widget=forms.Textarea(attrs={"rows": 8}),
            max_length=LONGEST_TEXT,
            help_text=_("Each on a line of its own: name; day planned; day reached. Days as DD.MM.YYYY."),
        )


_SCOPE = ("program_id", "department_id", "first_on", "last_on")


def start_of(block: Any) -> dict[str, Any]:
    """What stands in the form of a block before anybody types."""
    scope = {name: getattr(block, name) for name in _SCOPE}
    return {"heading": block.heading, "text": block.text, **block.options, **scope, "revision": block.revision}


def _indicators(actor: Actor) -> list[tuple[str, str]]:
    for_all = [one for one in indicators_in_force(actor=actor) if not one.is_for_some]
    own = [(one.code, f"{one.code} {indicators.title(one)}") for one in for_all]
    return [*own, *((code, f"{code} {indicators.title_of_code(code)}") for code in EXTERNAL)]


class SureForm(forms.Form):
    """Nothing but the word that it is meant."""
