"""Forms of the study before the vote: the visit, risks and resources, the analytic report."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.intake.queries.choices import CONDITIONS, SAFETY
from opora.intake.queries.choices import LEVELS as OVERALL_LEVELS
from opora.intake.rules import reports, risks
from opora.intake.rules.visits import TOLD, ChildSeen
from opora.intake.words import LEVELS, REPORT, RESOURCES, RISKS, STRENGTHS
from opora.web.intake.forms.work import words
from opora.web.shell.forms import PastDayField, SeenForm
from opora.web.shell.widgets import Segmented

SEEN = [("yes", pgettext_lazy("child", "Seen")), ("no", pgettext_lazy("child", "Not seen"))]
TOLD_LABELS = {
    "note": _("What was noted on the spot"),
    "present": _("Who was at home"),
    "home": _("How the family lives"),
    "safety_notes": _("What speaks for safety and against it"),
    "resources": _("What the family can rely on"),
    "met_needs": _("What was helped with at once"),
    "proposals": _("What we propose"),
}


class ReportForm(forms.Form):
    """The report of a visit, child by child."""

    def __init__(self, *args: Any, children: Sequence[tuple[int | None, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = list(children)
        self.fields["on"] = PastDayField(label=_("Day of the visit"))
        self.fields["safety"] = forms.ChoiceField(
            label=_("Safety of the children"), choices=SAFETY, required=False, widget=forms.RadioSelect
        )
        for number, (_person_id, code) in enumerate(self.children, 1):
            named = {"code": code or number}
            self.fields[f"seen_{number}"] = forms.ChoiceField(
                label=_("Child %(code)s") % named, choices=SEEN, widget=Segmented
            )
            self.fields[f"condition_{number}"] = forms.ChoiceField(
                label=_("Condition of child %(code)s") % named, choices=CONDITIONS, required=False
            )
            self.fields[f"notes_{number}"] = words(_("About child %(code)s") % named, rows=2)
        for name in TOLD:
            self.fields[name] = words(TOLD_LABELS[name])

    def seen(self) -> list[ChildSeen]:
        """The children as the room takes them."""
        given = self.cleaned_data
        return [
            ChildSeen(
                person_id,
                was_seen=given[f"seen_{number}"] == "yes",
                condition=given[f"condition_{number}"],
                notes=given[f"notes_{number}"],
            )
            for number, (person_id, _code) in enumerate(self.children, 1)
        ]

    def told(self) -> dict[str, str]:
        """The texts of the report."""
        return {name: self.cleaned_data[name] for name in TOLD}


class RiskFormForm(forms.Form):
    """Risks, resources, needs: each may stay open, for "not assessed" is an honest answer."""

    on = PastDayField(label=_("Day"), initial=today)
    needs = words(_("What the family needs"), rows=4, help_text=_("One need on each line, in the family's own words."))
    level = forms.ChoiceField(
        label=_("Overall risk"),
        choices=[("", pgettext_lazy("risk", "As proposed")), *OVERALL_LEVELS],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Proposed is the highest of the risks above. Name another level when you see it otherwise."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        strengths = [(code, STRENGTHS[code]) for code in ("", *risks.STRENGTHS)]
        for code, label in RISKS.items():
            answers = [(answer, LEVELS[answer]) for answer in ("", *risks.answers_to(code))]
            self.fields[f"risk_{code}"] = forms.ChoiceField(label=label, choices=answers, required=False)
        for code, label in RESOURCES.items():
            self.fields[f"resource_{code}"] = forms.ChoiceField(label=label, choices=strengths, required=False)

    def risks(self) -> dict[str, str]:
        """The risks chosen."""
        return {code: self.cleaned_data[f"risk_{code}"] for code in RISKS}

    def resources(self) -> dict[str, str]:
        """The resources chosen."""
        return {code: self.cleaned_data[f"resource_{code}"] for code in RESOURCES}

    def risk_fields(self) -> list[Any]:
        return [self[f"risk_{code}"] for code in RISKS]

    def resource_fields(self) -> list[Any]:
        return [self[f"resource_{code}"] for code in RESOURCES]


class AnalyticForm(SeenForm):
    """The analytic report, section by section; it remembers upon which text it is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in reports.SECTIONS:
            self.fields[name] = forms.CharField(
                label=REPORT[name],
                required=False,
                max_length=reports.LONGEST,
                widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
            )

    def sections(self) -> dict[str, str]:
        """The text of each section."""
        return {name: self.cleaned_data[name] for name in reports.SECTIONS}
