"""The forms of what stands around the boxes: head, column, band, row, mark, shared outcome; and a new model."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.bilingual import EMPTY, Text
from opora.common.language import said
from opora.common.seen import mark_of
from opora.logic import words
from opora.logic.rules import Band, Concept, LegendItem, Level, LogicModel, Row, Thing
from opora.web.logic.forms.evidence import EvidenceFields, evidence_initial, told
from opora.web.shell.forms import SeenForm, text_area

ENGLISH = _("The same in English")
PLACES = {
    "column": pgettext_lazy("place of a column", "a column of the table"),
    "above": pgettext_lazy("place of a column", "above the table"),
    "below": pgettext_lazy("place of a column", "below the table"),
}
Choices = Iterable[tuple[str, Any]]


class PartForm(SeenForm):
    """A part of a draft: how it is called, in two languages."""

    title_ru = text_area(pgettext_lazy("logic", "Name"), rows=2)
    title_en = text_area(ENGLISH, rows=2, required=False)

    def __init__(self, *args: Any, model: LogicModel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model = model
        self.prepare()

    def prepare(self) -> None:
        """Offer what the model has."""

    @classmethod
    def begins(cls, part: Any) -> dict[str, Any]:
        """What the form begins with of a part that is there."""
        title = part.text if isinstance(part, LegendItem) else part.title
        return {"revision": mark_of(part), "title_ru": title.ru, "title_en": title.en}

    def title(self) -> Text:
        return told(self.cleaned_data, "title")

    def typed(self, old: Any) -> Thing:
        """The part as it was typed; what the form does not ask stays."""
        return Band(old.code if old else "", self.title(), old.source if old else "")


class LevelForm(PartForm):
    """A column: what stands in it, and whether it is one of the table."""

    kind = forms.ChoiceField(
        label=_("What stands in it"),
        choices=list(words.LEVEL_KINDS.items()),
        help_text=_("Of results the editor asks when they count as reached and by what they are seen."),
    )
    place = forms.ChoiceField(label=_("Where it stands"), choices=list(PLACES.items()))

    @classmethod
    def begins(cls, part: Any) -> dict[str, Any]:
        return {**super().begins(part), "kind": part.kind, "place": part.place}

    def typed(self, old: Any) -> Thing:
        given = self.cleaned_data
        return Level(old.code if old else "", given["kind"], self.title(), given["place"])


class RowForm(PartForm):
    """A row of the table, and the band that stands beside it."""

    def prepare(self) -> None:
        bands = [(one.code, said(one.title)) for one in self.model.bands]
        if bands:
            self.fields["band"] = forms.ChoiceField(
                label=pgettext_lazy("logic", "Band"), required=False, choices=[("", _("none")), *bands]
            )

    @classmethod
    def begins(cls, part: Any) -> dict[str, Any]:
        return {**super().begins(part), "band": part.band}

    def typed(self, old: Any) -> Thing:
        return Row(old.code if old else "", self.title(), self.cleaned_data.get("band", old.band if old else ""))


class LegendForm(PartForm):
    """A mark that boxes may bear, and what it means."""

    marks = forms.MultipleChoiceField(
        label=pgettext_lazy("logic", "Marks"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(words.MARKS.items()),
        help_text=_("Tick what the source does not print: then the mark says so wherever it stands."),
    )

    def prepare(self) -> None:
        self.fields["title_ru"].label = _("What the mark means")

    @classmethod
    def begins(cls, part: Any) -> dict[str, Any]:
        return {**super().begins(part), "marks": list(part.marks)}

    def typed(self, old: Any) -> Thing:
        marks = tuple(self.cleaned_data["marks"])
        return LegendItem(old.code if old else "", self.title(), old.source if old else "", marks)


class ConceptForm(PartForm, EvidenceFields):
    """An outcome that boxes of several models may show: of whom it speaks, when it counts, by what it is seen."""

    about = forms.ChoiceField(label=_("About whom"), choices=list(words.ABOUT.items()), initial="family")
    field_order = ("revision", "title_ru", "title_en", "about", "definition_ru", "definition_en", "evidence")

    def prepare(self) -> None:
        self.fields["title_ru"].label = pgettext_lazy("logic", "Outcome")
        self.fields["title_ru"].help_text = _("In other words than a box: so that it fits every model that shows it.")
        evidence: Any = self.fields["evidence"]
        evidence.choices = words.EVIDENCE_CHOICES
        evidence.initial = "not_yet"

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.field_order]

    @classmethod
    def begins(cls, part: Any) -> dict[str, Any]:
        return {**super().begins(part), "about": part.about, **evidence_initial(part.evidence, part.definition)}

    def typed(self, old: Any) -> Thing:
        return Concept(
            old.code if old else "",
            self.title(),
            told(self.cleaned_data, "definition"),
            self.cleaned_data["about"],
            self.evidence_typed(old.evidence if old else Concept("", EMPTY).evidence),
            old.outcome if old else "",
        )


FORMS: Mapping[str, type[PartForm]] = {
    "level": LevelForm,
    "band": PartForm,
    "row": RowForm,
    "legend": LegendForm,
    "concept": ConceptForm,
}


class HeadForm(SeenForm):
    """How the model is called, what it is about, who works by it."""

    title_ru = text_area(pgettext_lazy("logic", "Name"), rows=2)
    title_en = text_area(ENGLISH, rows=2, required=False)
    about_ru = text_area(_("What it is about"), required=False)
    about_en = text_area(ENGLISH, rows=2, required=False)
    programs = forms.MultipleChoiceField(
        label=_("Programs that work by it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, programs: Choices, processes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["programs"]
        field.choices = list(programs)
        self.fields["process"] = forms.ChoiceField(
            label=_("The process it belongs to"), required=False, choices=[("", _("none")), *processes]
        )

    def title(self) -> Text:
        return told(self.cleaned_data, "title")

    def about(self) -> Text:
        return told(self.cleaned_data, "about")


class NewForm(forms.Form):
    """A model that is not there yet: from nothing, or as a copy of another."""

    title_ru = text_area(pgettext_lazy("logic", "Name"), rows=2)
    title_en = text_area(ENGLISH, rows=2, required=False)
    like = forms.ChoiceField(label=_("Begin"), required=False)
    programs = forms.MultipleChoiceField(
        label=_("Programs that work by it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    code = forms.CharField(
        label=pgettext_lazy("logic", "Code"),
        max_length=40,
        help_text=_("Small Latin letters, digits and underscores; it stays for ever. You may leave it as it is."),
    )

    def __init__(self, *args: Any, models: Choices, programs: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        like: Any = self.fields["like"]
        like.choices = [("", _("from nothing, with the usual columns")), (_("as a copy of"), list(models))]
        named: Any = self.fields["programs"]
        named.choices = list(programs)

    def title(self) -> Text:
        return told(self.cleaned_data, "title")


class BringForm(forms.Form):
    """A model as a file."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.ClearableFileInput(attrs={"accept": ".toml,.zip"}),
        help_text=_("A model as TOML, or a practice folder as .zip."),
    )
