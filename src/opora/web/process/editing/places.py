"""What has a place on the map: a stage, an exit, a social result."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.cases.queries import closing_reasons
from opora.common.language import said
from opora.pathways.rules.editing import Body
from opora.web.process.editing.saying import (
    ENGLISH,
    as_written,
    both,
    check_lines,
    check_told,
    coded,
    filled,
    line,
    lines_begun,
    lines_told,
    listed,
    offer_any,
    several,
    told,
)
from opora.web.process.editing.title import TitleForm
from opora.web.process.editing.words import EXITS, SHAPES
from opora.web.shell.forms import offer, text_area, whole_number


class PlacedForm(TitleForm):
    """What has a place on the map."""

    column = whole_number(_("Column of the map"), min_value=0, max_value=6, help_text=_("From 0, on the left, to 6."))
    row = whole_number(_("Row of the map"), min_value=0, max_value=4, help_text=_("From 0, at the top, to 4."))

    def prepare(self) -> None:
        if self.definition.rows:
            named = "; ".join(f"{place} – {said(row)}" for place, row in enumerate(self.definition.rows))
            self.fields["row"].help_text = named

    def begins(self, part: Any) -> dict[str, Any]:
        at = part.get("at") if isinstance(part, Mapping) else None
        column, row = at if isinstance(at, list) and len(at) == 2 else (None, None)
        return {**both(part), "column": column, "row": row}

    def at(self) -> list[int]:
        return [self.cleaned_data["column"], self.cleaned_data["row"]]


class StageForm(PlacedForm):
    """A stage: who answers, in how many days, what is to be done there."""

    role = forms.ChoiceField(label=_("Who answers for the stage"))
    days = whole_number(_("Days for the stage"), required=False, help_text=_("Empty: no term."))
    short_ru = line(
        _("Short name"), required=False, longest=40, help_text=_("Where there is little room; empty: the whole name.")
    )
    short_en = line(ENGLISH, required=False, longest=40)
    tasks_ru = text_area(_("What is to be done"), required=False, help_text=_("Each on its own line."))
    tasks_en = text_area(ENGLISH, required=False)
    uses_ru = text_area(
        _("What is at hand there"),
        required=False,
        help_text=_("Sources of knowledge that are no papers of a family, each on its own line."),
    )
    uses_en = text_area(ENGLISH, required=False)
    assumptions = several(_("What is taken for granted there"))
    shape = forms.ChoiceField(label=_("How the map draws it"), choices=list(SHAPES.items()), required=False)
    field_order = ("revision", "title_ru", "title_en", "short_ru", "short_en", "role", "days", "tasks_ru", "tasks_en")

    def prepare(self) -> None:
        super().prepare()
        offer(self, "role", self.roles())
        offer_any(self, "assumptions", [(code, said(one.title)) for code, one in self.definition.assumptions.items()])
        self.order_fields([*self.field_order, "uses_ru", "uses_en", "assumptions", "column", "row", "shape"])

    def begins(self, part: Any) -> dict[str, Any]:
        names = {name: part.get(name) for name in ("role", "days", "shape")}
        lists = {**lines_begun(part.get("tasks"), "tasks"), **lines_begun(part.get("uses"), "uses")}
        assumed = listed(part.get("assumptions"))
        return {**super().begins(part), **both(part, "short"), **names, **lists, "assumptions": assumed}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        check_told(self, "short")
        check_lines(self, "tasks")
        check_lines(self, "uses")
        return given

    def said(self, old: Any) -> Body:
        """A task in other words keeps its code, under which families did it."""
        given = self.cleaned_data
        kept = {} if old is None else dict(old)
        lists = {
            name: coded(kept.get(name, {}), lines_told(given, name), prefix)
            for name, prefix in (("tasks", "task"), ("uses", "use"))
        }
        said_now = {name: given[name] for name in ("role", "days", "shape")}
        words = {"title": told(given, "title"), "short": told(given, "short") if given["short_ru"] else {}}
        made = filled(kept, {**words, **said_now, **lists, "assumptions": given.get("assumptions", [])})
        return {**as_written(old, made), "at": self.at()}


class ExitForm(PlacedForm):
    """An exit: how the work ends there, and with which reason a case is closed."""

    kind = forms.ChoiceField(label=_("How the work ends"), choices=list(EXITS.items()))
    case_reason = forms.ChoiceField(label=_("Reason with which an open case is closed"), required=False)

    def prepare(self) -> None:
        super().prepare()
        offer(self, "case_reason", [("", "—"), *closing_reasons()])

    def begins(self, part: Any) -> dict[str, Any]:
        return {**super().begins(part), "kind": part.get("kind"), "case_reason": part.get("case_reason", "")}

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        said_now = {"kind": given["kind"], "case_reason": given["case_reason"]}
        return {**filled(old, {"title": told(given, "title"), **said_now}), "at": self.at()}


class ResultForm(PlacedForm):
    """What changes in a child's life when paths end at these exits: the map draws it."""

    exits = several(_("At which exits it comes about"), required=True)

    def prepare(self) -> None:
        super().prepare()
        offer(self, "exits", self.exits_named())

    def begins(self, part: Any) -> dict[str, Any]:
        return {**super().begins(part), "exits": listed(part.get("exits"))}

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        made = filled(old, {"title": told(given, "title"), "exits": given["exits"]})
        return {**as_written(old, made), "at": self.at()}
