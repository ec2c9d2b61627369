"""A row of a table of criteria: when it applies, what it decides, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.language import said
from opora.pathways.rules import Definition
from opora.pathways.rules.editing import Body
from opora.web.process.editing.saying import ENGLISH, as_written, both, line, several, told
from opora.web.shell.forms import SeenForm


class RowForm(SeenForm):
    """A row of a table of criteria: when it applies, what it decides, and why."""

    why_ru = line(_("Why"), longest=200)
    why_en = line(ENGLISH, required=False, longest=200)

    def __init__(self, *args: Any, definition: Definition, table: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = definition.criteria[table]
        for name, fact in self.table.facts.items():
            values = [(_code(one), said(fact.labels[one]) if one in fact.labels else str(one)) for one in fact.values]
            label, hint = said(fact.title), _("Nothing: whatever it is.")
            self.fields[f"when_{name}"] = several(label, choices=values, help_text=hint)
        results = [(code, said(words)) for code, words in self.table.results.items()]
        self.fields["then"] = forms.ChoiceField(label=_("What is decided"), choices=results)
        self.order_fields([*(f"when_{name}" for name in self.table.facts), "then", "why_ru", "why_en"])

    def begins(self, row: Any) -> dict[str, Any]:
        when = row.get("when", {})
        chosen = {
            f"when_{name}": [_code(one) for one in (value if isinstance(value, list) else [value])]
            for name, value in when.items()
        }
        return {**chosen, "then": row.get("then"), **both(row, "why")}

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        when: dict[str, Any] = {}
        for name, fact in self.table.facts.items():
            chosen = [one for one in fact.values if _code(one) in given[f"when_{name}"]]
            if chosen:
                when[name] = chosen[0] if len(chosen) == 1 else chosen
        return as_written(old, {"when": when, "then": given["then"], "why": told(given, "why")})


def _code(value: object) -> str:
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
