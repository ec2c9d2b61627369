"""What is typed into the draft of a form: its head, its answers, a section, an item."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.seen import mark_of
from opora.instruments.rules import Form, Level, Scoring
from opora.instruments.rules import editing as rules
from opora.web.shell.forms import SeenForm, offer, text_area, whole_number

OLDEST_CHILD = 18
SCORINGS = [
    (str(Scoring.COUNT_WEAK), _("weak sides are counted")),
    (str(Scoring.SUM_SCORES), _("the answers are added up")),
]
LEVELS = [
    (str(Level.FAMILY), _("the family as a whole")),
    (str(Level.CAREGIVER), _("each adult")),
    (str(Level.CHILD), _("each child")),
]
ENGLISH = _("The same in English")


def line(label: Any, *, longest: int, required: bool = True, **more: Any) -> forms.CharField:
    """A line of words."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=longest, required=required, widget=widget, **more)


def said(typed: Mapping[str, Any], name: str) -> dict[str, str]:
    """Words in two languages as a file says them."""
    words = {"ru": typed[f"{name}_ru"].strip(), "en": typed[f"{name}_en"].strip()}
    return {language: one for language, one in words.items() if one}


def both(part: Mapping[str, Any], name: str) -> dict[str, str]:
    """What a form begins with of words in two languages; a file may say them in one line."""
    words = part.get(name) or {}
    words = {"ru": words} if isinstance(words, str) else words
    return {f"{name}_{language}": str(words.get(language, "")) for language in ("ru", "en")}


class NewForm(forms.Form):
    """A form that is not there yet: how it is called, and with which answers it begins."""

    title_ru = line(_("Name of the form"), longest=120)
    title_en = line(ENGLISH, longest=120, required=False)
    scale = forms.ChoiceField(label=_("With which answers it begins"), help_text=_("You change them afterwards."))
    code = line(
        pgettext_lazy("form", "Code"),
        longest=40,
        help_text=_("Small Latin letters and digits. It names the form in files and exports, and never changes."),
    )

    def __init__(self, *args: Any, scales: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "scale", scales)


class HeadForm(SeenForm):
    """The form as a whole: how it is called, what for, how it is counted."""

    title_ru = line(_("Name of the form"), longest=120)
    title_en = line(ENGLISH, longest=120, required=False)
    about_ru = text_area(_("What the form is for"), required=False)
    about_en = text_area(ENGLISH, rows=2, required=False)
    scoring = forms.ChoiceField(label=pgettext_lazy("form", "How it is counted"), choices=SCORINGS)

    def typed(self) -> Form:
        """The head as its file would say it."""
        given = self.cleaned_data
        head = {"title": said(given, "title"), "about": said(given, "about"), "scoring": given["scoring"]}
        return {key: value for key, value in head.items() if value}


def head_initial(form: Form) -> dict[str, Any]:
    """What the form of the head begins with."""
    head = rules.head_of(form)
    return {
        "revision": mark_of(head),
        "scoring": form.get("scoring", str(Scoring.COUNT_WEAK)),
        **both(form, "title"),
        **both(form, "about"),
    }


class ScaleForm(SeenForm):
    """From which answer on a side counts as weak, and from which as critical."""

    weak_from = forms.TypedChoiceField(label=_("A side is weak from this answer on"), coerce=int)
    critical_from = forms.TypedChoiceField(label=_("It is critical from this answer on"), coerce=int)

    def __init__(self, *args: Any, levels: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "weak_from", levels[1:])
        offer(self, "critical_from", levels[1:])


class LevelForm(SeenForm):
    """An answer of the scale: its words, a short label for the button, what it means."""

    label_ru = line(_("Answer"), longest=60)
    label_en = line(ENGLISH, longest=60, required=False)
    short_ru = line(_("Short, for the button"), longest=20, required=False)
    short_en = line(ENGLISH, longest=20, required=False)
    meaning_ru = line(_("What it means"), longest=200, required=False)
    meaning_en = line(ENGLISH, longest=200, required=False)

    def typed(self) -> Form:
        """The answer as its file would say it."""
        words = {name: said(self.cleaned_data, name) for name in ("label", "short", "meaning")}
        return {name: one for name, one in words.items() if one}


def level_initial(level: Form) -> dict[str, Any]:
    """What the form of an answer begins with."""
    words = [both(level, name) for name in ("label", "short", "meaning")]
    return {"revision": mark_of(level), **words[0], **words[1], **words[2]}


class SectionForm(SeenForm):
    """A section: how it is called."""

    title_ru = line(pgettext_lazy("form", "Section"), longest=80)
    title_en = line(ENGLISH, longest=80, required=False)

    def typed(self, code: str = "") -> Form:
        return {"code": code, "title": said(self.cleaned_data, "title")}


class ItemForm(SeenForm):
    """An item: its wording, whom it rates, when it is weak, what each answer means here."""

    text_ru = text_area(_("Wording"), rows=2)
    text_en = text_area(ENGLISH, rows=2, required=False)
    level = forms.ChoiceField(label=_("Whom it rates"), choices=LEVELS, widget=forms.RadioSelect)
    age_min = whole_number(_("Child’s age from"), required=False, min_value=0, max_value=OLDEST_CHILD)
    age_max = whole_number(_("Child’s age up to"), required=False, min_value=0, max_value=OLDEST_CHILD)
    weak_if_ru = line(_("Weak if"), longest=300, required=False, help_text=_("A hint under the question."))
    weak_if_en = line(ENGLISH, longest=300, required=False)
    is_reversed = forms.BooleanField(
        label=_("Counted from the other end of the scale"),
        required=False,
        help_text=_("For an item where the first answer is the worst: “The child is hungry — always”."),
    )
    safety = forms.BooleanField(label=_("About safety: a critical answer asks for a check at once"), required=False)
    reworded = forms.BooleanField(label=_("Only the wording changed, the meaning is the same"), required=False)

    def __init__(
        self,
        *args: Any,
        answers: Sequence[str],
        sections: Sequence[tuple[str, str]],
        gone: Sequence[tuple[str, str]],
        is_published: bool,
        rates_children: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.answers = answers
        if is_published and not rates_children:
            del self.fields["age_min"], self.fields["age_max"]
        for place, answer in enumerate(answers):
            self.fields[f"anchor_ru_{place}"] = line(f"«{answer}»", longest=300, required=False)
            self.fields[f"anchor_en_{place}"] = line(ENGLISH, longest=300, required=False)
        if is_published:
            del self.fields["is_reversed"], self.fields["level"]
        else:
            del self.fields["reworded"]
            if len(sections) > 1:
                self.fields["section"] = forms.ChoiceField(label=pgettext_lazy("form", "Section"), choices=sections)
            if gone:
                self.fields["replaces"] = forms.ChoiceField(
                    label=_("Continues a former item"), required=False, choices=[("", "—"), *gone]
                )

    def clean(self) -> dict[str, Any]:
        """An age typed where no child is rated would be lost unseen."""
        typed = super().clean() or {}
        is_of_children = typed.get("level", Level.CHILD) == Level.CHILD
        if not is_of_children and (typed.get("age_min") is not None or typed.get("age_max") is not None):
            self.add_error("level", _("An age is said only where each child is rated. Choose that, or clear the ages."))
        return typed

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """What every item has."""
        names = ("text_ru", "text_en", "section", "level", "age_min", "age_max", "weak_if_ru", "weak_if_en")
        return self._there(names)

    @property
    def anchor_fields(self) -> list[forms.BoundField]:
        """What each answer means at this item: folded away."""
        places = range(len(self.answers))
        return [self[f"anchor_{language}_{place}"] for place in places for language in ("ru", "en")]

    @property
    def has_anchors(self) -> bool:
        return any(field.value() or field.errors for field in self.anchor_fields)

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """What few items need."""
        return self._there(("safety", "is_reversed", "reworded", "replaces"))

    def _there(self, names: Sequence[str]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def typed(self, old: Form | None) -> Form:
        """The item as its file would say it; whom a published item rates, and how it is turned, stays."""
        given: dict[str, Any] = self.cleaned_data
        kept: Form = old or {}
        anchors = {
            language: [given[f"anchor_{language}_{place}"].strip() for place in range(len(self.answers))]
            for language in ("ru", "en")
        }
        item = rules.said_item(
            level=str(given.get("level", kept.get("level", Level.FAMILY))),
            text=said(given, "text"),
            weak_if=said(given, "weak_if"),
            anchors=anchors,
            safety=given["safety"],
            reversed_=bool(given.get("is_reversed", kept.get("reversed"))),
            ages=(given.get("age_min"), given.get("age_max")),
            replaces=str(given.get("replaces", kept.get("replaces", ""))),
            reworded=given.get("reworded", False),
        )
        return {**({"code": kept["code"]} if "code" in kept else {}), **item}


def item_initial(item: Form, section: str) -> dict[str, Any]:
    """What the form of an item begins with."""
    anchors = item.get("anchors", {})
    anchors = {"ru": anchors} if isinstance(anchors, list) else anchors
    return {
        "revision": mark_of(item),
        "section": section,
        "level": item.get("level"),
        "age_min": item.get("age_min"),
        "age_max": item.get("age_max"),
        "safety": item.get("safety", False),
        "is_reversed": item.get("reversed", False),
        "reworded": item.get("reworded", False),
        "replaces": item.get("replaces", ""),
        **both(item, "text"),
        **both(item, "weak_if"),
        **{
            f"anchor_{language}_{place}": words
            for language, texts in anchors.items()
            for place, words in enumerate(texts)
        },
    }


class ProgramsForm(forms.Form):
    """Which programs rate their families by this form from now on."""

    programs = forms.MultipleChoiceField(
        label=_("Programs"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )

    def __init__(self, *args: Any, programs: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "programs", programs)
