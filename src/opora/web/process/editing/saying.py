"""What the forms of a draft share: lines, choices, and parts as the file of a process would say them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.pathways.rules.editing import Body, free_code
from opora.web.shell.forms import offer

ENGLISH = _("The same in English")
Choices = Sequence[tuple[str, str]]


def line(label: Any, *, required: bool = True, longest: int = 120, **more: Any) -> forms.CharField:
    """A line of words."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=longest, required=required, widget=widget, **more)


def several(label: Any, *, required: bool = False, **more: Any) -> forms.MultipleChoiceField:
    """Any of a list."""
    return forms.MultipleChoiceField(label=label, required=required, widget=forms.CheckboxSelectMultiple, **more)


def offer_any(form: forms.Form, name: str, choices: Choices) -> None:
    """What the process has none of is not asked for."""
    if choices:
        offer(form, name, choices)
    else:
        del form.fields[name]


def told(typed: Mapping[str, Any], name: str) -> dict[str, str]:
    """Words in two languages; Russian stands in where English was not written."""
    ru = typed[f"{name}_ru"].strip()
    return {"ru": ru, "en": typed[f"{name}_en"].strip() or ru}


def both(part: Any, name: str = "title") -> dict[str, str]:
    """What a form begins with of words in two languages."""
    words = part.get(name) if isinstance(part, Mapping) else None
    words = words if isinstance(words, Mapping) else {}
    ru, en = str(words.get("ru", "")), str(words.get("en", ""))
    return {f"{name}_ru": ru, f"{name}_en": "" if en == ru else en}


def lines_begun(old: Any, name: str) -> dict[str, str]:
    """What a form begins with of named words, each on its own line, in both languages."""
    words = list(old.values()) if isinstance(old, Mapping) else list(old or [])
    ru, en = ("\n".join(str(said.get(one, "")) for said in words) for one in ("ru", "en"))
    return {f"{name}_ru": ru, f"{name}_en": "" if en == ru else en}


def lines_told(typed: Mapping[str, Any], name: str) -> list[dict[str, str]]:
    """The lines as they were typed, with the English of the same place; Russian stands in where there is none."""
    russian, english = (_lines(typed.get(f"{name}_{one}", "")) for one in ("ru", "en"))
    return [{"ru": ru, "en": english[place] if place < len(english) else ru} for place, ru in enumerate(russian)]


def check_told(form: forms.Form, name: str) -> None:
    """What is said in English only would be lost: Russian comes first."""
    if form.cleaned_data.get(f"{name}_en") and not form.cleaned_data.get(f"{name}_ru"):
        form.add_error(f"{name}_ru", _("Say it in Russian too, or leave the English out."))


def check_lines(form: forms.Form, name: str) -> None:
    """No line stands twice, and the English has as many."""
    russian, english = (_lines(form.cleaned_data.get(f"{name}_{one}", "")) for one in ("ru", "en"))
    if len(set(russian)) < len(russian):
        form.add_error(f"{name}_ru", _("Two lines say the same."))
    if english and len(english) != len(russian):
        form.add_error(f"{name}_en", _("As many lines as in Russian, or none at all."))


def coded(old: Mapping[str, Any], told: Sequence[dict[str, str]], prefix: str) -> dict[str, Any]:
    """Lines with their codes: one whose words stayed keeps its code; among as many lines as before the others are the
    old ones in other words, for what decisions and families were told by a code goes on meaning the same."""
    known = {str(one.get("ru", "")): code for code, one in old.items()}
    words = [one["ru"] for one in told]
    free = [code for ru, code in known.items() if ru not in words] if len(words) == len(old) else []
    found: dict[str, Any] = {}
    for one in told:
        code = known.get(one["ru"]) or (free.pop(0) if free else free_code({*old, *found}, prefix))
        found[code] = one
    return found


def _lines(typed: str) -> list[str]:
    return [one for one in (line.strip() for line in typed.splitlines()) if one]


def filled(old: Any, said: Mapping[str, Any]) -> Body:
    """What was said of a part before, and what is said now; what says nothing is left out."""
    kept = dict(old) if isinstance(old, Mapping) else {}
    return {key: value for key, value in {**kept, **said}.items() if value not in ("", None, [], {}, False)}


def listed(value: Any) -> list[str]:
    """A word of a file stands for a list of one."""
    return [value] if isinstance(value, str) else list(value or [])


def as_written(old: Any, new: Body) -> Body:
    """A list of one that the file wrote as a word stays a word, so that saving without a change changes nothing."""
    kept = old if isinstance(old, Mapping) else {}
    return {key: kept[key] if key in kept and _same(kept[key], value) else value for key, value in new.items()}


def _same(old: Any, new: Any) -> bool:
    """Whether two values say the same: a word and a list of it, a list in any order, a table of such."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return set(old) == set(new) and all(_same(old[key], new[key]) for key in old)
    if isinstance(old, list) or isinstance(new, list):
        return sorted(map(str, _values(old))) == sorted(map(str, _values(new)))
    return bool(old == new)


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
