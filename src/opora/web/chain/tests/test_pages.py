"""The page of a model with its figures: few questions, honest dashes, a workbook, an empty house."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.__main__ import COMMANDS
from opora.access.actions import add_person
from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.common.kept import Kept
from opora.indicators.queries import kept
from opora.logic.actions import publish_model
from opora.logic.tests.shipped import shipped_models
from opora.packs.actions import publish_practice
from opora.plans.tests.factories import make_walk
from opora.results.models import FailedAssumption
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db
PAGE = "/chain/crisis_department/"


@pytest.fixture
def head() -> Client:
    made = add_person(
        actor=SYSTEM, name="Юлия Ким", email="head@opora.example", grants=[(Role.HEAD, None)],
        password="семь-синих-птиц-летят",
    )  # fmt: skip
    client = Client()
    client.force_login(User.objects.get(pk=getattr(made, "pk", made)))
    return client


def test_a_house_without_models_says_so(head: Client) -> None:
    assert "Логических моделей пока нет" in head.get("/chain/").content.decode()
    assert head.get(PAGE).status_code == 404


def test_the_model_stands_with_its_figures(head: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    # What other tests counted on these days is no help and no hindrance.
    monkeypatch.setattr(kept, "_kept", Kept(20_000))
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "crisis_department")
    assert PAGE in head.get("/chain/").content.decode()
    assert PAGE in head.get("/logic/of/crisis_department/").content.decode()
    head.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        shown = head.get(f"{PAGE}?from_on=2024-01-01&to_on=2024-12-31")
    assert len(asked) <= 15
    text = shown.content.decode()
    assert "/indicators/of/IND-" in text and "from_on=2024-01-01" in text, "each value leads to its indicator"
    assert "это не ноль" in text and "по записям" in text
    workbook = head.get(f"{PAGE}?as=xlsx")
    assert workbook.headers["Content-Type"].endswith("spreadsheetml.sheet")


def test_what_did_not_hold_is_said_where_the_way_of_the_family_is_read(head: Client) -> None:
    """From the page of the family's chain to the sheet and back; the life and the model over all families tell it."""
    model = shipped_models()["outcome_chain"]
    publish_model(actor=SYSTEM, practice="family_help", model=model, programs=["trial"])
    walk = make_walk()
    client, way = signed_in(walk.manager), reverse("chain:case", args=[walk.case.pk])
    page = text_of(client.get(way))
    drawn = [one for one in re.findall(r'<g class="(node [^"]*)"', page) if "known" in one]
    told = sum(not one.endswith(" unknown") for one in drawn)
    assert len(drawn) == len(model.nodes) and told == page.count("<b>Записано") + page.count("<b>Оказано")
    assert page.count("У этой семьи не сбылось") == 5 and "это не значит, что оно верно" in page
    sheet = reverse("life:case_record", args=[walk.case.pk, "assumption"])
    asked = text_of(client.get(sheet, {"assumption": "outcome_chain:a4", "back": way}))
    assert 'value="outcome_chain:a4" selected' in asked
    typed = {"day": "today", "assumption": "outcome_chain:a4", "notes": "", "back": way}
    assert client.post(sheet, typed).status_code == 422
    assert client.post(sheet, typed | {"notes": "Очередь в сад на год"}).headers["Location"] == way
    page = text_of(client.get(way))
    assert page.count("У этой семьи не сбылось") == 4 and "<q>Очередь в сад на год</q>" in page
    assert "Не сбылось: много времени" in text_of(client.get(reverse("life:case", args=[walk.case.pk])))
    overall = text_of(head.get("/chain/outcome_chain/"))
    assert "не сбылось у 1 семьи из 1 в работе" in overall and "Очередь в сад" not in overall
    made = FailedAssumption.objects.get()
    mend, void = (reverse(f"life:{what}", args=["assumption", made.pk]) for what in ("mend", "void"))
    assert "Очередь в сад на год" in text_of(client.get(mend))
    client.post(mend, typed | {"notes": "Очередь в сад на два года"})
    assert "на два года" in text_of(client.get(way))
    client.post(void, {"reason": "Место дали", "back": way})
    assert "<q>" not in text_of(client.get(way))


def test_nobody_else_is_offered_to_say_it() -> None:
    publish_model(actor=SYSTEM, practice="family_help", model=shipped_models()["outcome_chain"], programs=["trial"])
    walk = make_walk()
    way = reverse("chain:case", args=[walk.case.pk])
    assert "У этой семьи не сбылось" not in text_of(signed_in(walk.volunteer).get(way))
