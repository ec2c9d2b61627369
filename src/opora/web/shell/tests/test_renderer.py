"""Plain fields are drawn in one go, and read exactly as by their templates."""

import re

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe

from opora.web.shell.renderer import Renderer

SLY = '"><script>alert(1)</script>'
CHOICES = [("", "Никто"), (1, "О’Нил & дочь"), ("Дом", [(2, SLY), ("3", mark_safe("<b>жирно</b>"))])]
FIELDS = {
    "text": forms.CharField(required=False, widget=forms.TextInput({"maxlength": 5, "autofocus": True, "lang": False})),
    "number": forms.IntegerField(required=False),
    "words": forms.CharField(required=False, widget=forms.Textarea({"rows": 3})),
    "yes": forms.BooleanField(required=False),
    "one": forms.ChoiceField(required=False, choices=CHOICES),
    "many": forms.MultipleChoiceField(required=False, choices=CHOICES),
    "radio": forms.ChoiceField(required=False, choices=CHOICES, widget=forms.RadioSelect({"class": SLY})),
    "checks": forms.MultipleChoiceField(required=False, choices=CHOICES, widget=forms.CheckboxSelectMultiple),
}
SENT = {"text": SLY, "number": "7", "words": f"\n{SLY}", "yes": "on", "one": "2", "many": ["1", "3"], "radio": "1"}


def drawn(field: str, data: dict[str, object], renderer: TemplatesSetting) -> str:
    kind = type("Asked", (forms.Form,), {field: FIELDS[field]})
    page = re.sub(r"(<input[^>]*>)\s+", r"\1 ", str(kind(data or None, renderer=renderer)[field]))
    return re.sub(r"\s*(</?(?:option|optgroup|select|div|label|input)\b)", r"\1", page)


@pytest.mark.parametrize("data", [{}, SENT, SENT | {"checks": ["2", SLY]}], ids=["empty", "sent", "sly"])
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_reads_as_by_its_template(field: str, data: dict[str, object]) -> None:
    assert drawn(field, data, Renderer()).strip() == drawn(field, data, TemplatesSetting()).strip()


def test_a_text_that_is_too_long_is_not_cut_by_the_browser_but_kept_and_told_of() -> None:
    class Asked(forms.Form):
        words = forms.CharField(max_length=5, widget=forms.Textarea)

    form = Asked({"words": "Печь дымит"}, renderer=Renderer())
    page = str(form["words"])
    assert "maxlength" not in page and "Печь дымит" in page
    assert form.errors["words"]
