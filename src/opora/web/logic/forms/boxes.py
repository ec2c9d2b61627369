"""The forms of a draft: a box, an arrow, an assumption."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.bilingual import Text
from opora.common.language import said
from opora.common.seen import mark_of
from opora.logic import words
from opora.logic.rules import Arrow, Assumption, Concept, LogicModel, Node
from opora.web.logic.forms.evidence import EvidenceFields, evidence_initial, told, told_before
from opora.web.shell.forms import SeenForm, offer, text_area


class BoxForm(EvidenceFields):
    """A box: its words, its place, what it means, by what it is seen."""

    text_ru = text_area(_("Text"), rows=2)
    text_en = text_area(_("The same in English"), rows=2, required=False)
    marks = forms.MultipleChoiceField(
        label=pgettext_lazy("logic", "Marks"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(words.MARKS.items()),
    )
    note_ru = text_area(_("Note"), rows=2, required=False)
    note_en = text_area(_("The same in English"), rows=2, required=False)
    field_order = ("revision", "text_ru", "text_en", "level", "row", "concept", "definition_ru", "definition_en")

    def __init__(
        self,
        *args: Any,
        model: LogicModel,
        concepts: Mapping[str, Concept],
        models: Sequence[tuple[str, str]] = (),
        stages: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        levels = [(one.code, said(one.title)) for one in model.levels]
        rows = [("", _("belongs to all rows")), *((one.code, said(one.title)) for one in model.rows)]
        named = sorted(((code, said(one.title)) for code, one in concepts.items()), key=lambda one: one[1])
        self.fields["level"] = forms.ChoiceField(label=pgettext_lazy("logic", "Column"), choices=levels)
        self.fields["row"] = forms.ChoiceField(label=pgettext_lazy("logic", "Row"), required=False, choices=rows)
        self.fields["concept"] = forms.ChoiceField(
            label=_("The outcome it shares with other models"),
            required=False,
            choices=[("", _("none")), *named],
            help_text=_("It gives the definition and the evidence where you say none here."),
        )
        self.links = {"legend": bool(model.legend), "model": bool(models), "stage": bool(stages)}
        if model.legend:
            self.fields["legend"] = forms.MultipleChoiceField(
                label=_("Marks of the legend"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=[(one.code, said(one.text)) for one in model.legend],
            )
        for name, label, choices in (
            ("model", _("Another model to which it leads"), models),
            ("stage", _("Its place in the process"), stages),
        ):
            if choices:
                self.fields[name] = forms.ChoiceField(label=label, required=False, choices=[("", _("none")), *choices])
        self.order_fields(self.field_order)

    @property
    def link_fields(self) -> list[forms.BoundField]:
        """Marks of the legend, another model, a place in the process, where there are any."""
        return [self[name] for name, is_offered in self.links.items() if is_offered]

    @property
    def place_fields(self) -> list[forms.BoundField]:
        """What is asked first."""
        return [self[name] for name in ("revision", "text_ru", "text_en", "level", "row")]

    @property
    def meaning_fields(self) -> list[forms.BoundField]:
        """What the box means and in which way it is seen."""
        return [self[name] for name in ("concept", "definition_ru", "definition_en", "evidence")]

    @property
    def note_fields(self) -> list[forms.BoundField]:
        """A note, in both languages."""
        return [self["note_ru"], self["note_en"]]

    def typed(self, old: Node | None) -> Node:
        """The box as it was typed; its code and its source stay, and so does what is not asked."""
        given = self.cleaned_data
        kept = old or Node(code="", level="", text=Text(""))
        return Node(
            code=kept.code,
            source=kept.source,
            legend=tuple(given.get("legend", kept.legend)),
            stage=given.get("stage", kept.stage),
            model=given.get("model", kept.model),
            level=given["level"],
            row=given["row"],
            text=told(given, "text"),
            concept=given["concept"],
            definition=told(given, "definition"),
            evidence=self.evidence_typed(kept.evidence),
            marks=tuple(given["marks"]),
            note=told(given, "note"),
        )


def box_initial(node: Node) -> dict[str, Any]:
    """What the form of a box begins with."""
    return {
        "revision": mark_of(node),
        **told_before(node.text, "text"),
        "level": node.level,
        "row": node.row,
        "concept": node.concept,
        "marks": list(node.marks),
        "legend": list(node.legend),
        "stage": node.stage,
        "model": node.model,
        **told_before(node.note, "note"),
        **evidence_initial(node.evidence, node.definition),
    }


class ArrowForm(SeenForm):
    """What an arrow says, and whether the source prints it."""

    meaning = forms.ChoiceField(label=_("What the arrow says"), choices=words.MEANING_CHOICES)
    marks = forms.MultipleChoiceField(
        label=_("What the source does not print"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(words.MARKS.items()),
    )
    note_ru = text_area(_("Note"), rows=2, required=False)
    note_en = text_area(_("The same in English"), rows=2, required=False)

    def said_of(self, arrow: Arrow) -> Arrow:
        """The arrow as it was typed; how its source prints it stays."""
        given = self.cleaned_data
        return replace(arrow, meaning=given["meaning"], marks=tuple(given["marks"]), note=told(given, "note"))


class NewArrowForm(ArrowForm):
    """Where an arrow of a box leads, and what it says."""

    def __init__(self, *args: Any, model: LogicModel, node: Node, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.node = node
        place = {one.code: number for number, one in enumerate(model.levels)}
        later = sorted(
            (one for one in model.nodes if one.code != node.code),
            key=lambda one: (place.get(one.level, 0) <= place.get(node.level, 0), place.get(one.level, 0)),
        )
        names = {one.code: said(one.title) for one in model.levels}
        groups: dict[str, list[tuple[str, str]]] = {}
        for one in later:
            groups.setdefault(names.get(one.level, one.level), []).append((one.code, said(one.text)[:120]))
        # None is chosen beforehand: an arrow is not drawn by a hasty press.
        choose: tuple[str, object] = ("", _("Choose from the list"))
        self.fields["end"] = forms.ChoiceField(label=_("To which box"), choices=[choose, *groups.items()])
        self.order_fields(["end"])

    def typed(self) -> Arrow:
        return self.said_of(Arrow(self.node.code, self.cleaned_data["end"]))


def arrow_initial(arrow: Arrow) -> dict[str, Any]:
    """What the form of an arrow begins with."""
    said_now = {"meaning": arrow.meaning, "marks": list(arrow.marks), **told_before(arrow.note, "note")}
    return {"revision": mark_of(arrow), **said_now}


class AssumptionForm(EvidenceFields):
    """An assumption: its words, the boxes that stand on it, how one sees that it does not hold."""

    text_ru = text_area(pgettext_lazy("logic", "Assumption"), rows=2)
    text_en = text_area(_("The same in English"), rows=2, required=False)
    marks = forms.MultipleChoiceField(
        label=pgettext_lazy("logic", "Marks"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(words.MARKS.items()),
    )
    field_order = ("revision", "text_ru", "text_en", "nodes", "stages", "definition_ru", "definition_en", "evidence")

    def __init__(self, *args: Any, model: LogicModel, stages: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stages:
            self.fields["stages"] = forms.MultipleChoiceField(
                label=_("Stages of the process that stand on it"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=stages,
            )
        self.fields["nodes"] = forms.MultipleChoiceField(
            label=_("Boxes that stand on it"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(one.code, said(one.text)[:120]) for one in model.nodes],
        )
        self.order_fields(self.field_order)
        offer(self, "evidence", [("", pgettext_lazy("evidence", "not said")), *words.EVIDENCE_CHOICES])
        self.fields["definition_ru"].label = _("How one notices that it does not hold")

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.field_order if name in self.fields]

    def typed(self, old: Assumption | None) -> Assumption:
        """The assumption as it was typed; its code, its source and what is not asked stay."""
        given = self.cleaned_data
        kept = old or Assumption(code="", text=Text(""))
        return Assumption(
            code=kept.code,
            source=kept.source,
            stages=tuple(given.get("stages", kept.stages)),
            marks=tuple(given["marks"]),
            text=told(given, "text"),
            nodes=tuple(given["nodes"]),
            definition=told(given, "definition"),
            evidence=self.evidence_typed(kept.evidence),
        )


def assumption_initial(one: Assumption) -> dict[str, Any]:
    """What the form of an assumption begins with."""
    return {
        "revision": mark_of(one),
        **told_before(one.text, "text"),
        "nodes": list(one.nodes),
        "stages": list(one.stages),
        "marks": list(one.marks),
        **evidence_initial(one.evidence, one.definition),
    }
