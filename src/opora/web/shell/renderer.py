"""How fields are drawn: by their templates, but for plain ones, of which a form has dozens and a list hundreds."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.utils.safestring import SafeData, SafeString

Widget = Mapping[str, Any]


class Renderer(TemplatesSetting):
    """Draws plain fields in one go: templates within one another say the same ten times as slowly.

    A list of two hundred colleagues is four hundred templates otherwise, more than the page around it.
    """

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> SafeString:
        draw = _PLAIN.get(template_name)
        if draw is not None:
            return SafeString(draw(context["widget"]))
        return SafeString(super().render(template_name, context, request=request))


def _attributes(said: Mapping[str, Any]) -> str:
    return "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in said.items()
        if value is not False
    )


def escaped(value: Any) -> str:
    """As Django escapes it, without asking first whether it is a sentence to be translated later."""
    text = value if isinstance(value, str) else str(value)
    return text if isinstance(text, SafeData) else escape(text)


def _input(widget: Widget) -> str:
    value = widget["value"]
    held = "" if value is None else f' value="{escaped(value)}"'
    return f'<input type="{widget["type"]}" name="{escaped(widget["name"])}"{held}{_attributes(widget["attrs"])}>'


def _text(widget: Widget) -> str:
    # The first line break within is the browser's, not the text's. A browser told of the longest text cuts a pasted one
    # without a word: the form says that it is too long and keeps it.
    held = widget["value"] or ""
    said = {name: value for name, value in widget["attrs"].items() if name != "maxlength"}
    return f'<textarea name="{escaped(widget["name"])}"{_attributes(said)}>\n{escaped(held)}</textarea>'


def _list(widget: Widget) -> str:
    inside = _groups(widget, _listed, '<optgroup label="{}">', "</optgroup>")
    return f'<select name="{escaped(widget["name"])}"{_attributes(widget["attrs"])}>{inside}</select>'


def _listed(option: Widget) -> str:
    return (
        f'<option value="{escaped(option["value"])}"{_attributes(option["attrs"])}>{escaped(option["label"])}</option>'
    )


def _choices(widget: Widget) -> str:
    kept = {name: widget["attrs"][name] for name in ("id", "class") if widget["attrs"].get(name)}
    inside = _groups(widget, _chosen, "<div><label>{}</label>", "</div>")
    return f"<div{_attributes(kept)}>{inside}</div>"


def _chosen(option: Widget) -> str:
    drawn = _input(option)
    if option["wrap_label"]:
        of = _attributes({"for": option["attrs"]["id"]}) if option["attrs"].get("id") else ""
        drawn = f"<label{of}>{drawn} {escaped(option['label'])}</label>"
    return f"<div>{drawn}</div>"


def _groups(widget: Widget, draw: Callable[[Widget], str], before: str, after: str) -> str:
    drawn = []
    for name, options, _place in widget["optgroups"]:
        inside = "".join(map(draw, options))
        drawn.append(before.format(escaped(name)) + inside + after if name else inside)
    return "\n".join(drawn)


_INPUTS = ("text", "input", "number", "date", "time", "hidden", "checkbox", "email", "tel", "search", "url")
_PLAIN: dict[str, Callable[[Widget], str]] = {
    **{f"django/forms/widgets/{kind}.html": _input for kind in _INPUTS},
    "django/forms/widgets/textarea.html": _text,
    "django/forms/widgets/select.html": _list,
    "django/forms/widgets/radio.html": _choices,
    "django/forms/widgets/checkbox_select.html": _choices,
}
