"""Choosing a colleague: the likely ones are drawn, anybody else is named and found, however the name is typed.

A house may have hundreds of workers, and no page draws them all. Without a script the name is looked up when the form
is sent.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from opora.families.rules.typed import readings, without_endings
from opora.web.shell.forms import LOOK

SHOWN = 6
FOUND = 8
SMALL = 9
"""So few are all drawn: a line to look among three more would only be in the way."""
_OTHERS = ("member:", "partner:")
"""Who is not many: the family and the partners of a path, among whom colleagues stand."""
Choices = Sequence[tuple[Any, Any]]
One = TypeVar("One")


def bear_name(text: str, people: Iterable[One], name_of: Callable[[One], str]) -> list[One]:
    """Those in whose names every word that was typed begins one; else those who may have been meant.

    Forgiven are the wrong keyboard layout, Latin letters, endings of case.
    """
    named = [(one, _words(name_of(one))) for one in people]
    for reading in (*readings(text), *(without_endings(one) for one in readings(text))):
        words = _words(reading)
        found = [one for one, name in named if all(any(part.startswith(word) for part in name) for word in words)]
        if words and found:
            return found
    return []


def _words(text: str) -> list[str]:
    return text.casefold().replace("ё", "е").split()


class _Drawn(forms.widgets.ChoiceWidget):
    """Draws the likely ones, whoever is chosen and whoever was found; and a line to name anybody else in."""

    template_name = "shell/people.html"
    found: Collection[str] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        chosen = super().value_from_datadict(data, files, name)
        named = data.get(f"{name}_named", "").strip()
        if not named:
            return chosen
        return [*(chosen or []), named] if self.allow_multiple_selected else named

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        everybody = self.choices
        self.choices = list(self._drawn(everybody, set(value)))
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = everybody

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["look"] = self.look_line(name, value, context["widget"]["attrs"].get("id", f"id_{name}"))
        return context

    def look_line(self, name: str, value: Any, id_: str) -> dict[str, Any] | None:
        """The line to name anybody else in; none where everybody is drawn."""
        everybody = [pair for pair in _flat(self.choices) if pair[0] not in ("", None)]
        known = {str(key) for key, _label in everybody}
        others = len(everybody) - len(list(_flat(self._drawn(self.choices, set()))))
        if others <= 0:
            return None
        values = value if isinstance(value, list | tuple) else [value]
        named = ", ".join(str(one) for one in values if one not in (None, "") and str(one) not in known)
        return {"name": name, "id": f"{id_}_named", "named": named, "words": _say_others(others)}

    def _drawn(self, choices: Any, chosen: Collection[str]) -> Iterator[Any]:
        rest = SMALL if len(list(_flat(choices))) <= SMALL + 1 else SHOWN
        for key, label in choices:
            if isinstance(label, list | tuple):
                is_people = not any(str(one).startswith(_OTHERS) for one, _name in label)
                kept = [
                    pair
                    for n, pair in enumerate(label)
                    if not is_people or len(label) <= SMALL or n < SHOWN or self._is_wanted(pair, chosen)
                ]
                yield key, kept
            elif key in ("", None):
                yield key, label
            elif rest > 0 or self._is_wanted((key, label), chosen):
                rest -= 1
                yield key, label

    def _is_wanted(self, pair: tuple[Any, Any], chosen: Collection[str]) -> bool:
        return str(pair[0]) in chosen or str(pair[0]) in self.found


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label


def _say_others(count: int) -> str:
    sentence = ngettext("One more colleague: begin the name", "%(n)s more colleagues: begin a name", count)
    return sentence % {"n": count}


class OneDrawn(_Drawn, forms.RadioSelect):
    """One colleague by a touch."""

    template_name = "shell/people.html"


class ManyDrawn(_Drawn, forms.CheckboxSelectMultiple):
    """Several colleagues by a touch each."""

    template_name = "shell/people.html"


class OneListed(_Drawn, forms.Select):
    """One colleague from a short list: where a page asks for several people, or for others than colleagues too."""

    template_name = "shell/people_listed.html"


class _Named:
    """What both fields do alike: find people by what is typed."""

    choices: Any
    widget: Any

    def look(self, text: str) -> list[tuple[Any, Any]]:
        """The people who may be meant."""
        people = {key: label for key, label in _flat(self.choices) if key not in ("", None)}
        return bear_name(text, people.items(), lambda pair: str(pair[1]))

    def answer(self, request: HttpRequest) -> HttpResponse:
        """What is shown below the line while a name is typed into it."""
        name = request.headers[LOOK]
        typed = request.POST.get(f"{name}_named", "")
        sent = set(request.POST.getlist(name))
        # A comma stands between two names, or is a letter of the other layout.
        meant = self.look(typed) or self.look(typed.split(",")[-1])
        found = [pair for pair in meant if str(pair[0]) not in sent][:FOUND]
        kind = "list" if isinstance(self.widget, OneListed) else self.widget.input_type
        return render(request, "shell/_people_found.html", {"found": found, "name": name, "kind": kind})

    def resolved(self, text: str) -> str:
        """The one who is meant; a sentence where it is nobody or several, who then are drawn to choose from."""
        found = self.look(text)
        exact = [pair for pair in found if str(pair[1]).casefold() == text.casefold()]
        if len(found) == 1 or len(exact) == 1:
            return str((exact or found)[0][0])
        self.widget.found = [str(pair[0]) for pair in found[:FOUND]]
        raise forms.ValidationError(
            _("Several colleagues bear this name. Choose one of them.")
            if found
            else _("Nobody of this name may be chosen here. Check how it is written.")
        )

    def knows(self, value: Any) -> bool:
        """Whether a value is somebody's number and no name."""
        return any(str(key) == str(value) for key, _label in _flat(self.choices)) or str(value).isdecimal()


class ColleagueField(_Named, forms.TypedChoiceField):
    """One of the people who work here."""

    def __init__(self, label: Any, people: Any, *, is_short: bool = False, empty: Any = None, **kwargs: Any) -> None:
        first = [] if empty is None and not is_short else [("", _("Choose a person") if empty is None else empty)]
        kwargs.setdefault("coerce", int)
        kwargs.setdefault("empty_value", None)
        kwargs.setdefault("widget", OneListed if is_short else OneDrawn)
        super().__init__(label=label, choices=[*first, *people], **kwargs)

    def clean(self, value: Any) -> Any:
        if value in self.empty_values or self.knows(value):
            return super().clean(value)
        return super().clean(self.resolved(str(value)))


class ColleaguesChoice(forms.BoundField):
    """The choice as it stands on a page that draws it itself."""

    @property
    def look(self) -> dict[str, Any] | None:
        """The line to name anybody else in."""
        found: dict[str, Any] | None = self.field.widget.look_line(self.html_name, self.value(), self.auto_id)
        return found


class ColleaguesField(_Named, forms.TypedMultipleChoiceField):
    """Several of the people who work here; names may be typed one after the other, with commas."""

    def __init__(self, label: Any, people: Choices, **kwargs: Any) -> None:
        kwargs.setdefault("coerce", int)
        kwargs.setdefault("widget", ManyDrawn)
        super().__init__(label=label, choices=people, **kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> ColleaguesChoice:
        return ColleaguesChoice(form, self, field_name)

    def clean(self, value: Any) -> Any:
        chosen: dict[str, None] = {}
        for one in value or []:
            names = [str(one)] if self.knows(one) else [part.strip() for part in str(one).split(",") if part.strip()]
            chosen.update(dict.fromkeys(name if self.knows(name) else self.resolved(name) for name in names))
        return super().clean(list(chosen))


def narrow_by_worker(form: forms.Form, people: Choices, *, label: Any = None, empty: Any = None) -> None:
    """A filter by colleague, for whoever leads some; the address keeps the number, never a name."""
    if len(people) < 2:
        return
    label, empty = label or _("Whose families"), empty or _("Everybody’s")
    form.fields["worker"] = ColleagueField(label, people, is_short=True, empty=empty, required=False)


def looked_up(request: HttpRequest, form: forms.BaseForm) -> HttpResponse | None:
    """The answer to a page that looks among what a field offers while one types; None for any other request."""
    answer = getattr(form.fields.get(request.headers.get(LOOK, "")), "answer", None)
    if request.method != "POST" or not callable(answer):
        return None
    found: HttpResponse = answer(request)
    return found
