"""A list too long for a page is folded away and says what is chosen; a short one stands open."""

from django import forms
from django.template.loader import render_to_string

from opora.web.shell import chosen


class Lists(forms.Form):
    few = forms.MultipleChoiceField(choices=[("a", "один")], widget=forms.CheckboxSelectMultiple)
    many = forms.MultipleChoiceField(
        choices=[(str(number), f"номер {number}") for number in range(9)], widget=forms.CheckboxSelectMultiple
    )


def test_only_a_long_list_is_folded_and_tells_what_is_chosen() -> None:
    form = Lists(initial={"many": ["2", "5"]})
    assert not chosen.is_long(form["few"]) and chosen.is_long(form["many"])
    page = render_to_string("shell/_choices.html", {"field": form["many"]})
    assert "<details" in page and "номер 2; номер 5</small>" in page and page.count("checked") == 2
    assert "<details" not in render_to_string("shell/_choices.html", {"field": form["few"]})


def test_a_fault_is_not_folded_away() -> None:
    form = Lists({"few": ["a"], "many": []})
    assert '<details class="fold" open>' in render_to_string("shell/_choices.html", {"field": form["many"]})
