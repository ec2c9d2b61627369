"""The form of a page is drawn by one template: a refusal or an alarm has a button of its own color."""

from django import forms
from django.template.loader import render_to_string


class Small(forms.Form):
    reason = forms.CharField()


class WithFile(Small):
    scan = forms.FileField()


def drawn(form: forms.Form, **said: object) -> str:
    return render_to_string("shell/_form.html", {"form": form, "back": "/there/", **said})


def test_the_likely_button_is_filled_and_an_alarm_has_its_own_color() -> None:
    assert '<button class="btn primary">' in drawn(Small())
    assert '<button class="btn danger">Забрать' in drawn(Small(), is_alarm=True, button="Забрать")


def test_a_form_with_a_file_sends_it_along() -> None:
    assert "multipart/form-data" in drawn(WithFile())
    assert "multipart/form-data" not in drawn(Small())


def test_a_word_may_stand_above_the_fields() -> None:
    page = drawn(Small(), above="Таблица <№ 3>")
    assert page.index("<p>Таблица &lt;№ 3&gt;</p>") < page.index('name="reason"')
    assert "<p>" not in drawn(Small()).split("<form")[1]
