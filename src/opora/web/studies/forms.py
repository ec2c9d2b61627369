"""Forms of the six steps, and of decisions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor
from opora.cases.queries import departments_of
from opora.catalogue.queries import services_in_force
from opora.common.dates import today
from opora.common.language import said
from opora.logic.queries import models_of
from opora.programs.queries import list_programs
from opora.services.queries import count_services
from opora.studies import words
from opora.studies.rules.hypothesis import MOST_LEAST, SLOTS
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField

_BOXES = forms.CheckboxSelectMultiple


class StepForm(SeenForm):
    """One of the six steps; they may be walked in any order, and each is kept by itself."""

    use_required_attribute = False

    def __init__(self, *args: Any, step: str, actor: Actor, values: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values = values
        getattr(self, f"_{step}")(actor)

    def _slot(self, name: str, rows: int = 2, help_text: object = "") -> None:
        self.fields[name] = text_area(words.SLOTS[name], rows=rows, help_text=help_text)

    def _what(self, actor: Actor) -> None:
        programs = [(str(one.pk), one.name) for one in list_programs(actor=actor)]
        departments = departments_of(actor=actor, ability="outcomes.read")
        self.fields["question"] = text_area(
            _("Question"), help_text=_("In one sentence, as you would ask a colleague.")
        )
        self.fields["program"] = forms.ChoiceField(label=_("Program"), choices=programs)
        self.fields["department"] = forms.ChoiceField(
            label=_("Department"), choices=[("", _("All departments")), *departments], required=False
        )
        self.fields["from_on"] = DayField(label=_("Closed from"), required=False)
        self.fields["to_on"] = DayField(label=pgettext_lazy("period", "To"), required=False)
        self._slot("use")

    def _outcome(self, actor: Actor) -> None:
        self.fields["outcome"] = forms.ChoiceField(
            label=_("Result of the logic model"),
            choices=[("", _("none of them: in own words")), *_results(self.values)],
            required=False,
        )
        self._slot("social_result")

    def _intervention(self, actor: Actor) -> None:
        self.fields["services"] = forms.MultipleChoiceField(
            label=_("Services"), choices=_services(actor, self.values), widget=_BOXES, required=False,
            help_text=_("Beside each: how often it was given in the period."),
        )  # fmt: skip
        self._slot("intervention")

    def _hypothesis(self, _actor: Actor) -> None:
        self._slot("hypothesis", 3, _("Thanks to what, for whom, what changed and by how much."))
        self.fields["parts"] = forms.MultipleChoiceField(
            label=_("Parts of the hypothesis"), choices=list(words.PARTS.items()), widget=_BOXES
        )
        self.fields["least"] = forms.IntegerField(
            label=_("At least so many weak sides fewer"), min_value=1, max_value=MOST_LEAST, required=False
        )

    def _instrument(self, _actor: Actor) -> None:
        for name in ("measured", "instrument", "scale", "success", "second"):
            self._slot(name)

    def _indicators(self, _actor: Actor) -> None:
        choices = [(code, capfirst(str(title))) for code, title in words.INDICATORS.items()]
        self.fields["indicators"] = forms.MultipleChoiceField(label=_("Figures"), choices=choices, widget=_BOXES)


def start_of(values: dict[str, Any], step: str) -> dict[str, Any]:
    """What stands in a step before anybody types: what was said, else the words of the source document."""
    usual: dict[str, Any] = {**words.usual_slots(), "parts": list(words.PARTS), "least": 1}
    usual["indicators"] = list(words.INDICATORS)
    return {name: usual[name] for name in usual if name not in values} | values


def slots_of(values: dict[str, Any]) -> Sequence[tuple[object, str]]:
    """The nine slots with what was said."""
    return [(words.SLOTS[name], values.get(name) or "") for name in SLOTS]


def _program(values: dict[str, Any], actor: Actor | None = None) -> Any:
    chosen = str(values.get("program") or "")
    return next((one for one in list_programs(actor=actor) if str(one.pk) == chosen), None)


def _results(values: dict[str, Any]) -> list[tuple[str, str]]:
    """The results of the models by which the program works, by their source."""
    program = _program(values)
    if program is None:
        return []
    return [
        (f"{one.code}:{node.code}", f"{said(node.text)} ({node.source})" if node.source else said(node.text))
        for one in models_of(program=program)
        for node in one.model.nodes
        if node.concept
    ]


def _services(actor: Actor, values: dict[str, Any]) -> list[tuple[str, str]]:
    """What the program gives, each with how often it was given in the period: volumes of work, no outcome.

    What other practices give is no part of the help that is asked about; it stays when it was ticked before.
    """
    first, last = (date.fromisoformat(day) if (day := values.get(name)) else None for name in ("from_on", "to_on"))
    _totals, groups = count_services(actor=actor, by="service", start=first, end=last)
    given = {one.code: one.totals.count for one in groups}
    program = _program(values, actor)
    offered = services_in_force()
    if program is not None and program.practice is not None:
        ticked = set(values.get("services") or ())
        offered = [one for one in offered if one.practice == program.practice.code or one.code in ticked]
    return [
        (one.code, f"{said(one.title)} · {given[one.code]}" if one.code in given else said(one.title))
        for one in offered
    ]


class DecideForm(forms.Form):
    """What was found and what is changed for it."""

    finding = text_area(_("What was found"), help_text=_("Of the practice, not of people. No names."))
    change = text_area(_("What we change"))
    since = DayField(label=_("Since"), initial=today)
    owner = forms.CharField(label=_("Who answers for it"), max_length=200, help_text=_("A colleague or a post."))

    use_required_attribute = False


class EffectForm(forms.Form):
    """What was seen later."""

    text = text_area(_("What was seen later"), help_text=_("Of the practice, not of people. No names."))
    on = PastDayField(label=_("Day"), initial=today)

    use_required_attribute = False


class SureForm(forms.Form):
    """A form without fields: only the button."""


class UsualForm(forms.Form):
    """How many weak sides are usual for families without any help: an assumption, never a figure of ours."""

    usual = forms.IntegerField(
        label=_("Usual number of weak sides, assumed"), min_value=0, max_value=500, required=False
    )
