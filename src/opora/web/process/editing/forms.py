"""What is typed into the draft of a process: the whole, a stage, an exit, a step, a paper, a role, a row."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import ROLES
from opora.cases.queries import closing_reasons
from opora.common.language import said
from opora.common.seen import mark_of
from opora.pathways.rules import ANYWHERE
from opora.pathways.rules.checks import ROWS
from opora.pathways.rules.editing import Body, head_of
from opora.programs.role_words import role_word
from opora.web.process.editing.saying import (
    ENGLISH,
    Choices,
    as_written,
    both,
    check_lines,
    filled,
    lines_begun,
    lines_told,
    listed,
    several,
    told,
)
from opora.web.process.editing.tables import FieldForm, TableForm
from opora.web.process.editing.title import TitleForm
from opora.web.process.editing.words import EFFECTS, EXITS, KINDS, SHAPES
from opora.web.shell.forms import offer, text_area, whole_number


class HeadForm(TitleForm):
    """The process as a whole: its name, where a signal and a case without one begin."""

    start = forms.ChoiceField(label=_("A signal begins at"))
    case_start = forms.ChoiceField(label=_("A case opened without a signal begins at"))
    rows_ru = text_area(
        _("Rows of the map"), required=False, help_text=_("Five at most, from the top, each on its own line.")
    )
    rows_en = text_area(ENGLISH, required=False)

    def prepare(self) -> None:
        offer(self, "start", self.stages())
        offer(self, "case_start", self.stages())

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        said_now = {"title": told(given, "title"), "start": given["start"], "case_start": given["case_start"]}
        return {**said_now, "rows": lines_told(given, "rows")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        check_lines(self, "rows")
        if len(lines_told(given, "rows")) > ROWS:
            self.add_error("rows_ru", _("The map has five rows at most."))
        return given


def head_initial(body: Body) -> dict[str, Any]:
    """What the form of the whole begins with."""
    head = head_of(body)
    places = {name: head.get(name) for name in ("start", "case_start")}
    return {"revision": mark_of(head), **both(head), **places, **lines_begun(head.get("rows"), "rows")}


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
    tasks_ru = text_area(_("What is to be done"), required=False, help_text=_("Each on its own line."))
    shape = forms.ChoiceField(label=_("How the map draws it"), choices=list(SHAPES.items()), required=False)
    field_order = ("revision", "title_ru", "title_en", "role", "days", "tasks_ru", "column", "row", "shape")

    def prepare(self) -> None:
        super().prepare()
        offer(self, "role", self.roles())

    def begins(self, part: Any) -> dict[str, Any]:
        tasks = part.get("tasks", {}) if isinstance(part, Mapping) else {}
        names = {name: part.get(name) for name in ("role", "days", "shape")}
        return {**super().begins(part), **names, "tasks_ru": "\n".join(one.get("ru", "") for one in tasks.values())}

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        kept = {} if old is None else dict(old)
        tasks = _tasks(kept.get("tasks", {}), given["tasks_ru"])
        said_now = {name: given[name] for name in ("role", "days", "shape")}
        return {**filled(kept, {"title": told(given, "title"), **said_now, "tasks": tasks}), "at": self.at()}


def _tasks(old: Mapping[str, Any], typed: str) -> dict[str, Any]:
    """The tasks of a stage: one whose words stayed keeps its code, under which it was done by families."""
    known = {one.get("ru", ""): (code, one) for code, one in old.items()}
    found: dict[str, Any] = {}
    number = 1
    for words in filter(None, (one.strip() for one in typed.splitlines())):
        if words in known:
            code, task = known[words]
        else:
            while f"task{number}" in {*old, *found}:
                number += 1
            code, task = f"task{number}", {"ru": words, "en": words}
        found[code] = task
    return found


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


class StepForm(TitleForm):
    """A step: from where to where it leads, what it needs, who takes it, what it does."""

    sources = several(_("From which stages"))
    anywhere = forms.BooleanField(label=_("From every stage"), required=False)
    to = forms.ChoiceField(label=_("Where to"))
    documents = several(_("Papers it needs"))
    criteria = several(_("Only if it was decided"))
    facts = forms.ChoiceField(label=_("Criteria that must be answered"), required=False)
    reason = forms.BooleanField(label=_("A reason is written down"), required=False)
    fields_asked = several(_("What is filled in with it"))
    roles_asked = several(
        pgettext_lazy("step of a process", "Who takes it"), help_text=_("Nobody chosen: whoever answers for the stage.")
    )
    kind = forms.ChoiceField(label=_("What kind of step it is"), choices=list(KINDS.items()), required=False)
    effect = forms.ChoiceField(label=_("What it does"), choices=list(EFFECTS.items()), required=False)

    def prepare(self) -> None:
        made = self.definition
        offer(self, "sources", self.stages())
        offer(self, "to", [(_("Stages"), self.stages()), (_("Exits"), self.exits())])
        offer(self, "facts", [("", "—"), *((code, said(one.title)) for code, one in made.criteria.items())])
        offer(self, "roles_asked", self.roles())
        decided = [
            (f"{table}:{result}", f"{said(one.title)}: {said(words)}")
            for table, one in made.criteria.items()
            for result, words in one.results.items()
        ]
        self._offer_any("documents", [(code, said(words)) for code, words in made.documents.items()])
        self._offer_any("fields_asked", [(code, said(one.title)) for code, one in made.fields.items()])
        self._offer_any("criteria", decided)

    def _offer_any(self, name: str, choices: Choices) -> None:
        """What the process has none of is not asked for."""
        if choices:
            offer(self, name, choices)
        else:
            del self.fields[name]

    def begins(self, part: Any) -> dict[str, Any]:
        sources = listed(part.get("from"))
        criteria = part.get("criteria", {})
        return {
            **both(part),
            "anywhere": sources == [ANYWHERE],
            "sources": [] if sources == [ANYWHERE] else sources,
            "criteria": [f"{table}:{one}" for table, results in criteria.items() for one in listed(results)],
            "fields_asked": listed(part.get("fields")),
            "roles_asked": listed(part.get("roles")),
            "documents": listed(part.get("documents")),
            **{name: part.get(name) for name in ("to", "facts", "reason", "kind", "effect")},
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("anywhere") and not given.get("sources"):
            self.add_error("sources", _("Choose from which stages it leads."))
        return given

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        criteria: dict[str, list[str]] = {}
        for one in given.get("criteria", []):
            table, _sep, result = one.partition(":")
            criteria.setdefault(table, []).append(result)
        said_now = {
            "title": told(given, "title"),
            "from": ANYWHERE if given["anywhere"] else given["sources"],
            "criteria": criteria,
            "fields": given.get("fields_asked", []),
            "roles": given["roles_asked"],
            "documents": given.get("documents", []),
            **{name: given[name] for name in ("to", "facts", "reason", "kind", "effect")},
        }
        return as_written(old, filled(old, said_now))


class PaperForm(TitleForm):
    """A paper that steps wait for."""

    def begins(self, part: Any) -> dict[str, Any]:
        return both({"title": part})

    def said(self, old: Any) -> Body:
        return told(self.cleaned_data, "title")


class RoleForm(TitleForm):
    """Who acts, in the words of the process, and which roles of Opora may act so."""

    access = several(_("Which roles of Opora may act so"))

    def prepare(self) -> None:
        offer(self, "access", [(role, role_word(None, role)) for role in ROLES])

    def begins(self, part: Any) -> dict[str, Any]:
        return {**both(part), "access": listed(part.get("access"))}

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        return as_written(old, filled(old, {"title": told(given, "title"), "access": given["access"]}))


FORMS: Mapping[str, type[TitleForm]] = {
    "stage": StageForm,
    "exit": ExitForm,
    "action": StepForm,
    "document": PaperForm,
    "field": FieldForm,
    "role": RoleForm,
    "table": TableForm,
}


class BringForm(forms.Form):
    """The file."""

    file = forms.FileField(label=_("File"), widget=forms.ClearableFileInput(attrs={"accept": ".toml,.zip"}))
