"""What is typed into the draft of a process: the whole, a stage, an exit, a step, a paper, a role, a row."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import ROLES
from opora.common.language import said
from opora.common.seen import mark_of
from opora.pathways.rules import ANYWHERE
from opora.pathways.rules.checks import ROWS
from opora.pathways.rules.editing import Body, head_of
from opora.programs.role_words import role_word
from opora.web.process.editing.places import ExitForm, ResultForm, StageForm
from opora.web.process.editing.saying import (
    ENGLISH,
    as_written,
    both,
    check_lines,
    filled,
    lines_begun,
    lines_told,
    listed,
    offer_any,
    several,
    told,
)
from opora.web.process.editing.tables import FieldForm, TableForm
from opora.web.process.editing.title import TitleForm
from opora.web.process.editing.words import EFFECTS, KINDS
from opora.web.shell.forms import offer, text_area


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


class StepForm(TitleForm):
    """A step: from where to where it leads, what it needs, who takes it, what it does."""

    sources = several(_("From which stages"))
    anywhere = forms.BooleanField(label=_("From every stage"), required=False)
    excluded = several(_("But not from these"), help_text=_("Only for a step from every stage."))
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
        offer(self, "excluded", self.stages())
        offer(self, "to", [(_("Stages"), self.stages()), (_("Exits"), self.exits_named())])
        offer(self, "facts", [("", "—"), *((code, said(one.title)) for code, one in made.criteria.items())])
        offer(self, "roles_asked", self.roles())
        decided = [
            (f"{table}:{result}", f"{said(one.title)}: {said(words)}")
            for table, one in made.criteria.items()
            for result, words in one.results.items()
        ]
        offer_any(self, "documents", [(code, said(words)) for code, words in made.documents.items()])
        offer_any(self, "fields_asked", [(code, said(one.title)) for code, one in made.fields.items()])
        offer_any(self, "criteria", decided)

    def begins(self, part: Any) -> dict[str, Any]:
        sources = listed(part.get("from"))
        criteria = part.get("criteria", {})
        return {
            **both(part),
            "anywhere": sources == [ANYWHERE],
            "sources": [] if sources == [ANYWHERE] else sources,
            "excluded": listed(part.get("except")),
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
        if given.get("excluded") and not given.get("anywhere"):
            self.add_error("excluded", _("Only a step from every stage has exceptions: tick that, or leave them out."))
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
            "except": given["excluded"],
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


class AssumptionForm(TitleForm):
    """What the method takes for granted at the stages that name it."""

    title_ru = text_area(pgettext_lazy("process", "What is taken for granted"), rows=2)
    title_en = text_area(ENGLISH, rows=2, required=False)


FORMS: Mapping[str, type[TitleForm]] = {
    "stage": StageForm,
    "exit": ExitForm,
    "action": StepForm,
    "document": PaperForm,
    "field": FieldForm,
    "role": RoleForm,
    "table": TableForm,
    "assumption": AssumptionForm,
    "result": ResultForm,
}


class BringForm(forms.Form):
    """The file."""

    file = forms.FileField(label=_("File"), widget=forms.ClearableFileInput(attrs={"accept": ".toml,.zip"}))
