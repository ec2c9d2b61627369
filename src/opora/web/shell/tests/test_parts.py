"""Parts of pages: icons, navigation, pagers, the widgets of forms and the vendored files."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from opora.access.rules import ABILITIES, Actor, Role
from opora.web.shell import icons
from opora.web.shell.navigation import PLACES, is_current, places_for
from opora.web.shell.paging import page_by_key, page_by_number
from opora.web.shell.widgets import DayField

SHELL = Path(__file__).parent.parent


def worker(role):
    return Actor(user_id=1, name="Анна", grants=frozenset({(role, None)}))


def test_an_icon_is_drawn_into_the_page():
    assert icons.read_drawing("home").startswith("<path d=")


@pytest.mark.parametrize("name", ["no-such-icon", "../../x", ""])
def test_an_unknown_icon_says_what_to_do(name):
    with pytest.raises(icons.UnknownIcon, match=r"assets\.toml"):
        icons.read_drawing(name)


def test_every_place_has_an_icon_and_a_declared_ability():
    for place in PLACES:
        assert icons.read_drawing(place.icon)
        assert place.ability is None or place.ability in ABILITIES


@pytest.mark.parametrize(
    ("role", "paths"),
    [
        (
            Role.HEAD,
            [
                "/",
                "/tasks/",
                "/cases/",
                "/signals/",
                "/routes/",
                "/given/",
                "/partners/",
                "/outcomes/",
                "/duties/",
                "/registry/",
                "/people/",
                "/journal/",
                "/settings/",
            ],
        ),
        (Role.ADMINISTRATOR, ["/", "/people/", "/journal/", "/settings/"]),
        (Role.METHODOLOGIST, ["/", "/outcomes/", "/settings/"]),
        (Role.ANALYST, ["/", "/outcomes/"]),
        (Role.VOLUNTEER, ["/", "/tasks/"]),
        (Role.WAREHOUSE, ["/", "/goods/"]),
    ],
)
def test_people_see_the_places_they_may_enter(role, paths):
    assert [place.path for place in places_for(worker(role))] == paths


def test_today_is_current_only_on_its_own_page():
    today, cases = PLACES[0], next(place for place in PLACES if place.path == "/cases/")
    assert is_current(today, "/")
    assert not is_current(today, "/cases/")
    assert is_current(cases, "/cases/7/")
    assert is_current(cases, "/assessments/3/")


def test_a_list_turns_by_key_without_counting():
    request = RequestFactory().get("/journal/", {"verb": "cases.opened", "before": "90"})
    rows = [SimpleNamespace(id=number) for number in (89, 88, 87)]
    shown, pager = page_by_key(request, rows, size=2)
    assert [row.id for row in shown] == [89, 88]
    assert pager.older == "/journal/?verb=cases.opened&before=88"
    assert pager.newer == "/journal/?verb=cases.opened"


def test_the_last_page_leads_no_further():
    request = RequestFactory().get("/journal/")
    _, pager = page_by_key(request, [SimpleNamespace(id=1)], size=2)
    assert not pager.is_needed


def test_a_numbered_list_leads_both_ways():
    request = RequestFactory().get("/people/", {"page": "3"})
    pager = page_by_number(request, number=3, has_next=True)
    assert (pager.newer, pager.older) == ("/people/?page=2", "/people/?page=4")
    assert page_by_number(request, number=2, has_next=False).newer == "/people/"


@pytest.mark.parametrize("typed", ["2021-06-15", "15.06.2021", " 15.06.21 "])
def test_a_day_may_be_typed_in_any_usual_way(typed):
    assert DayField().clean(typed).isoformat() == "2021-06-15"


@pytest.mark.parametrize("typed", ["45.13.2021", "1821-06-15", "вчера"])
def test_a_day_that_cannot_be_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        DayField().clean(typed)


def test_a_wrong_field_says_so_beside_it_and_to_a_screen_reader():
    class Asked(forms.Form):
        name = forms.CharField(label="Name", help_text="As in the plan.")

    form = Asked({"name": ""})
    html = render_to_string("shell/_field.html", {"field": form["name"]})
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"' in html
    assert 'id="id_name_helptext"' in html


def test_vendored_files_are_those_of_the_lock():
    for folder in SHELL.parents:
        script = folder / "scripts" / "vendor_assets.py"
        if script.is_file():
            done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            return
    pytest.fail("scripts/vendor_assets.py is not above the shell")


@pytest.mark.parametrize("template", sorted((SHELL / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_templates_obey_the_strict_content_policy(template):
    text = template.read_text()
    assert " style=" not in text
    assert " onclick=" not in text
    assert "<style" not in text
    assert "<script>" not in text


def test_a_heading_keeps_a_number_with_its_sign() -> None:
    said = Template("{% load shell %}{% filter unbroken %}Сигнал № {{ n }}{% endfilter %}").render(Context({"n": "<7"}))
    assert said == "Сигнал №\u00a0&lt;7"


def test_a_heading_keeps_a_day_in_one_piece() -> None:
    said = Template("{% load shell %}{% filter unbroken %}Понедельник, 30 ноября{% endfilter %}").render(Context())
    assert said == "Понедельник, 30\u00a0ноября"
