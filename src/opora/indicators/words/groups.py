"""The names of the groups into which a figure is told apart."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from opora.catalogue import words as catalogue
from opora.common.bilingual import Text
from opora.common.language import said
from opora.fields.words import answers_named, field_title
from opora.indicators.queries.naming import names_in, texts_of_items, texts_of_places
from opora.indicators.rules import Measure, Split
from opora.intake.queries import channel_words

SPLITS = {
    "after_signal": pgettext_lazy("split", "whether it followed a signal"),
    "asked_by": pgettext_lazy("split", "who asked"),
    "category": pgettext_lazy("split", "category"),
    "channel": pgettext_lazy("split", "channel"),
    "decision": pgettext_lazy("split", "decision"),
    "degree": pgettext_lazy("split", "degree"),
    "department": pgettext_lazy("split", "department"),
    "direction": pgettext_lazy("split", "direction"),
    "exit": pgettext_lazy("split", "exit"),
    "format": pgettext_lazy("split", "format"),
    "giver": pgettext_lazy("split", "who gives"),
    "home": pgettext_lazy("split", "where they live"),
    "item": pgettext_lazy("split", "item"),
    "kind": pgettext_lazy("split", "kind"),
    "mark": pgettext_lazy("split", "mark"),
    "missing": pgettext_lazy("split", "what is missing"),
    "part": pgettext_lazy("split", "part"),
    "partner": pgettext_lazy("split", "partner"),
    "place": pgettext_lazy("split", "place"),
    "point": pgettext_lazy("split", "entry or exit"),
    "program": pgettext_lazy("split", "program"),
    "provider": pgettext_lazy("split", "whose service"),
    "reason": pgettext_lazy("split", "reason"),
    "result": pgettext_lazy("split", "result"),
    "safety": pgettext_lazy("split", "safety"),
    "section": pgettext_lazy("split", "section"),
    "service": pgettext_lazy("split", "service"),
    "source": pgettext_lazy("split", "source"),
    "stage": pgettext_lazy("split", "stage"),
    "state": pgettext_lazy("split", "state"),
    "step": pgettext_lazy("split", "step"),
    "track": pgettext_lazy("split", "track"),
    "worker": pgettext_lazy("split", "specialist"),
}
_DEGREES = {
    "worse": gettext_lazy("more weak sides at exit"),
    "same": gettext_lazy("as many as before"),
    "to_5": gettext_lazy("1 to 5 fewer"),
    "to_10": gettext_lazy("6 to 10 fewer"),
    "more": gettext_lazy("more than 10 fewer"),
    "unknown": gettext_lazy("no pair of forms"),
}
_MISSING = {
    "none": gettext_lazy("nothing: both forms are there"),
    "entry": gettext_lazy("the entry form"),
    "exit": gettext_lazy("the exit form"),
    "both": gettext_lazy("both forms"),
    "other": gettext_lazy("the forms cannot be compared"),
}
_HOUSING = {
    "none": pgettext_lazy("home", "nowhere"),
    "crisis_center": pgettext_lazy("home", "in a crisis centre"),
    "with_relatives": pgettext_lazy("home", "with relatives"),
    "rented": pgettext_lazy("home", "in a rented home"),
    "social_rent": pgettext_lazy("home", "in a social home"),
    "own": pgettext_lazy("home", "in an own home"),
    "unknown": pgettext_lazy("home", "not known"),
}
_STAGES = {
    "precontemplation": pgettext_lazy("stage of change", "no thought of change"),
    "contemplation": pgettext_lazy("stage of change", "thinking of it"),
    "preparation": pgettext_lazy("stage of change", "preparing"),
    "action": pgettext_lazy("stage of change", "acting"),
    "maintenance": pgettext_lazy("stage of change", "keeping it up"),
}
_YES_NO = {"yes": pgettext_lazy("answer", "yes"), "no": pgettext_lazy("answer", "no")}


def split_title(measure: Measure, code: str) -> str:
    """What a split of the measure is called; an own field as the organization calls it."""
    one = measure.split_named(code)
    if one is not None and one.field is not None:
        return str(capfirst(field_title(one.field)))
    return str(capfirst(str(SPLITS.get(code, code))))


def group_names(measure: Measure, split: str, codes: list[str]) -> dict[str, str]:
    """The name of each of these groups; what has no code is not stated."""
    one = measure.split_named(split)
    words = _words(split, one, codes)
    is_asked = one is not None and one.field is not None
    unknown = pgettext("group", "not known") if is_asked else pgettext("group", "not stated")
    return {code: capfirst(str(words.get(code) or code or unknown)) for code in codes}


def _words(split: str, one: Split | None, codes: list[str]) -> Mapping[str, Any]:
    if one is None:
        return names_in({"department": "access.Department", "program": "programs.Program"}[split], codes)
    if one.field is not None:
        return answers_named(one.field)
    if one.choices:
        return _choices(one.choices)
    return _LISTS[one.words](codes)


@cache
def _choices(field: str) -> dict[str, Any]:
    """The words that a table has for the codes of a field."""
    model, _dot, name = field.rpartition(".")
    return {str(code): label for code, label in apps.get_model(model)._meta.get_field(name).flatchoices if code}


def _aid(_codes: list[str]) -> dict[str, Any]:
    return {**_choices("goods.Issue.kind"), "urgent": _("urgent help")}


def _urgent(_codes: list[str]) -> dict[str, Any]:
    return {**_choices("goods.Good.category"), **_choices("goods.Issue.kind"), **_choices("intake.AidItem.kind")}


def _items(codes: list[str]) -> dict[str, str]:
    return {code: f"{item} {said(Text(**text))}" for code, (item, text) in texts_of_items(codes).items()}


def _steps(codes: list[str]) -> dict[str, str]:
    places = {place: said(text) for place, text in texts_of_places().items()}
    return {code: " → ".join(places.get(one, one) for one in code.split(" → ")) for code in codes}


def _texts(model: str) -> Callable[[list[str]], dict[str, str]]:
    return lambda codes: names_in(model, codes)


_LISTS: Mapping[str, Callable[[list[str]], Mapping[str, Any]]] = {
    "aid": _aid,
    "channels": lambda _codes: channel_words(),
    "degrees": lambda _codes: _DEGREES,
    "directions": _texts("catalogue.Direction"),
    "exits": _steps,
    "formats": lambda _codes: catalogue.FORMATS,
    "housing": lambda _codes: _HOUSING,
    "items": _items,
    "missing": lambda _codes: _MISSING,
    "partners": _texts("partners.Partner"),
    "providers": lambda _codes: catalogue.PROVIDERS,
    "sections": lambda codes: {code: _("section %(code)s") % {"code": code} for code in codes if code},
    "services": _texts("catalogue.Service"),
    "stages_of_change": lambda _codes: _STAGES,
    "steps": _steps,
    "stock_places": _texts("goods.StockPlace"),
    "urgent": _urgent,
    "voice_channels": _texts("voice.VoiceChannel"),
    "workers": _texts("access.User"),
    "yes_no": lambda _codes: _YES_NO,
}
