"""Tags and filters of the pages: {% load shell %}."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from opora.access.rules import can
from opora.common.dates import today
from opora.reminders import words as lateness_words
from opora.sources.queries import lines_at
from opora.web.shell import (
    chosen,
    drafting,
    family_place,
    field,
    filtering,
    frame,
    icons,
    intentions,
    returning,
    sheets,
    taking_along,
    tokens,
    wording,
)
from opora.web.shell.navigation import place_above

register = template.Library()

_NUMBER_AND_WORD = re.compile("(?<=[0-9]) (?=[а-яё])")

register.simple_tag(icons.drawn, name="icon")
register.filter("is_long", chosen.is_long)
register.filter("chosen_words", chosen.in_words)
register.filter("called", family_place.path_called)


@register.simple_tag
def unchanging(name: str) -> SafeString:
    """A part that says the same on every page to everybody: drawn once in each language."""
    return _unchanging(name, get_language())


@lru_cache(maxsize=64)
def _unchanging(name: str, _language: str | None) -> SafeString:
    return SafeString(render_to_string(name))


@register.simple_tag(takes_context=True)
def sheet_address(context: template.Context) -> str:
    """Where the list of this page is to be had as a workbook, as it is filtered now."""
    return sheets.address_of(context["request"])


@register.simple_tag(takes_context=True)
def why_url(context: template.Context) -> str:
    """Where it is told which lines of the models this page makes real; empty where none, and for strangers (X-15)."""
    request = context.get("request")
    match = request.resolver_match if request is not None and getattr(request, "actor", None) is not None else None
    if match is None:
        return ""
    name = str(context.get("page_name") or match.view_name)
    return reverse("sources:page", args=name.split(":")) if lines_at(name) else ""


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> str:
    """The look this person chose (light or dark), or an empty text: the system decides."""
    return frame.theme_of(context.get("request"))


@register.simple_tag(takes_context=True)
def side(context: template.Context) -> SafeString:
    """The bar of places, with what stands behind one's own name."""
    return frame.side(context["request"], str(context.get("csrf_token", "")))


@register.simple_tag(takes_context=True)
def way_back(context: template.Context) -> SafeString:
    """The place in which this page lies, for pages that say no nearer way back."""
    request = context.get("request")
    actor = getattr(request, "actor", None)
    place = place_above(actor, request.path) if request is not None and actor is not None else None
    return format_html('<a href="{}">{}</a>', place.path, place.label) if place else SafeString("")


@register.simple_tag(takes_context=True)
def toasts(context: template.Context) -> SafeString:
    """What was left to be said on the next page; nearly always nothing."""
    if not context.get("messages"):
        return unchanging("shell/_toasts.html")
    engine = context.template.engine  # type: ignore[union-attr]
    return SafeString(engine.get_template("shell/_toasts.html").render(context))


@register.simple_tag(takes_context=True)
def may(context: template.Context, ability: str) -> bool:
    """Say whether a door with this ability opens for the reader, so that no link leads to an absent page."""
    actor = getattr(context.get("request"), "actor", None)
    return actor is not None and can(actor, ability)


@register.simple_tag(takes_context=True)
def form_marks(context: template.Context) -> SafeString:
    """What every form that keeps something bears unseen: who it comes from, and the token of one intention."""
    hidden = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', context.get("csrf_token", ""))
    request = context.get("request")
    token = intentions.token_of(request) if request is not None else ""
    hidden += format_html('<input type="hidden" name="{}" value="{}">', tokens.FIELD, token)
    if request is None or not context.get("keeps_draft"):
        return hidden
    hidden += format_html(
        '<input type="hidden" name="{}" value="{}">', returning.FIELD, returning.mark_of_form(request)
    )
    begun = getattr(request, "begun_form", None)
    if begun is None:
        return hidden + unchanging("shell/_draft.html")
    shown = {"begun": begun, "clock": drafting.clock(begun)}
    return hidden + SafeString(render_to_string("shell/_draft.html", shown))


@register.simple_tag(takes_context=True)
def lay_out(context: template.Context) -> SafeString:
    """The field of shell/_field.html, with what the page has said of it."""
    return field.lay_out(
        context["field"],
        css=str(context.get("class") or ""),
        hide_label=bool(context.get("hide_label")),
        in_filters=bool(context.get("in_filters")),
    )


@register.simple_tag
def laid_apart(form: Any) -> filtering.Filters:
    """The fields of a list's filters, and which of them fold away on a telephone."""
    return filtering.laid_apart(form)


@register.inclusion_tag("shell/_take_along.html", takes_context=True)
def take_along(context: template.Context) -> dict[str, Any]:
    """The second button of a form: save, and take the step that waited for this."""
    request = context.get("request")
    return {"offers": taking_along.offered(request) if request is not None else ()}


@register.filter
def day(value: date | datetime | None) -> str:
    return wording.write_day(value)


@register.filter
def day_in_words(value: date | datetime | None) -> str:
    return wording.write_day_in_words(value)


@register.filter
def near_day(value: date | None, on: date) -> str:
    return wording.write_near_day(value, on)


@register.filter
def tagged(message: Any, kind: str) -> str:
    """The address that a message brings along: ``undo:/…`` takes back what was done, ``alarm:/…`` raises an alarm."""
    tags = str(getattr(message, "extra_tags", "") or "")
    return tags.removeprefix(f"{kind}:") if tags.startswith(f"{kind}:/") else ""


@register.filter
def lateness(value: date) -> str:
    """How late a day is, in the one wording of the house."""
    return lateness_words.lateness(value, today())


@register.filter
def late_count(value: int) -> str:
    """How many things are late, in the same wording."""
    return lateness_words.late_count(value)


@register.simple_tag
def late_word() -> str:
    """The one word for what is late."""
    return str(lateness_words.LATE)


@register.filter
def moment(value: datetime | None) -> str:
    return wording.write_moment(value)


@register.filter
def number(value: int | float | Decimal | None, places: int | None = None) -> str:
    return wording.write_number(value, places)


@register.filter
def change(value: int | float | Decimal | None, places: int | None = None) -> str:
    return wording.write_change(value, places)


@register.filter
def hours(value: int | float | Decimal | None) -> str:
    return wording.write_hours(value)


@register.filter
def years(value: int) -> str:
    return wording.write_years(value)


@register.filter
def months(value: int) -> str:
    return wording.write_months(value)


@register.filter
def days(value: int) -> str:
    return wording.write_days(value)


@register.filter
def of(found: Mapping[Any, Any], key: object) -> Any:
    """What is known under a key; nothing where it is not known."""
    return found.get(key, "") if found else ""


@register.filter
def initials(name: object) -> str:
    return wording.initials(str(name))


@register.filter(is_safe=True)
def unbroken(value: str) -> str:
    """A heading in which a number stays with its sign and with the word it counts, however narrow the screen."""
    return _NUMBER_AND_WORD.sub("\u00a0", str(value).replace("\u2116 ", "\u2116\u00a0"))


@register.filter
def or_dash(value: object) -> object:
    """An unknown value is a dash, never an empty place or a zero."""
    return "\u2014" if value is None or value == "" else value
