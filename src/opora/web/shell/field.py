"""How a field of a form is laid out: its label, what helps, what is wrong, and the control itself.

Drawn in one go. A form has dozens of fields, and as a template each of them cost more than the control in it.
"""

from typing import Any

from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from opora.web.shell.icons import drawn
from opora.web.shell.renderer import escaped


def field_kind(field: BoundField) -> str:
    """How a field is laid out: check, seg, choices, or control."""
    widget = field.field.widget
    if getattr(widget, "is_segmented", False):
        return "seg"
    if getattr(widget, "input_type", "") in ("radio", "checkbox") and field.use_fieldset:
        return "choices"
    return "check" if getattr(widget, "input_type", "") == "checkbox" else "control"


def lay_out(field: BoundField, *, css: str = "", hide_label: bool = False, in_filters: bool = False) -> SafeString:
    """The field as it stands on a page; among filters nothing is called optional, for nothing there is asked."""
    if field.is_hidden:
        return SafeString(str(field))
    kind, errors, control = field_kind(field), field.errors, str(field)
    classes = " ".join(filter(None, ("field", "wrong" if errors else "", css)))
    outer, described = ("fieldset", field.aria_describedby) if field.use_fieldset else ("div", None)
    told = f' aria-describedby="{described}"' if described else ""
    parts = [f'<{outer}{told} class="{escaped(classes)}">']
    parts.append(_said(field, kind, control, hide_label=hide_label, in_filters=in_filters))
    if field.help_text:
        parts.append(f'<p class="help" id="{field.auto_id}_helptext">{field.help_text}</p>')
    if errors:
        mark = drawn("alert-circle")
        lines = "".join(f'<p class="error">{mark}<span>{escaped(str(one))}</span></p>' for one in errors)
        parts.append(f'<div id="{field.auto_id}_error">{lines}</div>')
    if kind != "check":
        parts.append(control if kind == "control" else f'<div class="{kind}">{control}</div>')
    parts.append(f"</{outer}>")
    return SafeString("\n".join(parts))


def _said(field: BoundField, kind: str, control: str, **how: Any) -> str:
    """What is asked: beside the box to tick, above any other control."""
    label = escaped(field.label)
    if kind == "check":
        return f'<label class="check" for="{field.id_for_label}">{control}<span>{label}</span></label>'
    unseen = ' class="vh"' if how["hide_label"] else ""
    word = _("optional")
    optional = "" if field.field.required or how["in_filters"] else f' <span class="optional">{word}</span>'
    if field.use_fieldset:
        return f"<legend{unseen}>{label}{optional}</legend>"
    return f'<label for="{field.id_for_label}"{unseen}>{label}{optional}</label>'
