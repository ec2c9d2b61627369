"""Filters fold away on a telephone, and whatever narrows the list there stays in sight."""

from django import forms
from django.template.loader import render_to_string

from opora.web.shell.filtering import laid_apart
from opora.web.shell.widgets import Segmented


class Narrow(forms.Form):
    q = forms.CharField(required=False)
    state = forms.ChoiceField(choices=[("", "Все"), ("open", "Открытые")], required=False, widget=Segmented)
    kind = forms.CharField(required=False)
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)


class Few(forms.Form):
    q = forms.CharField(required=False)
    kind = forms.CharField(required=False)


def test_what_is_looked_for_stays_in_sight_and_the_rest_folds() -> None:
    apart = laid_apart(Narrow({}))
    assert [one.name for one in apart.seen] == ["q", "state"]
    assert [one.name for one in apart.folded] == ["kind", "since", "until"]
    assert laid_apart(Few({})).folded == [], "a few are not worth a fold"


def test_the_fold_is_open_and_says_how_many_narrow_the_list() -> None:
    form = Narrow({"q": "Иванова", "kind": "visit", "since": "2026-01-01"}, initial={"since": "2026-01-01"})
    assert laid_apart(form).chosen == 1, "what stood there from the beginning narrows nothing"
    page = render_to_string("shell/_filters.html", {"form": form})
    assert '<details class="more-filters phone-fold" open>' in page
    assert "· 1" in page
