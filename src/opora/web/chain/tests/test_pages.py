"""The page of a model with its figures: few questions, honest dashes, a workbook, an empty house."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.__main__ import COMMANDS
from opora.access.actions import add_person
from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.chain.queries import read_chain
from opora.common.kept import Kept
from opora.evidence.tests import world
from opora.indicators.models import Target
from opora.indicators.queries import kept, targets_on
from opora.indicators.rules import period_of
from opora.indicators.tests.houses import path
from opora.logic.actions import publish_model
from opora.logic.tests.shipped import shipped_models
from opora.packs.actions import publish_practice
from opora.plans.tests.factories import make_walk
from opora.process.models import Paper
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


def _shelter(head: Client) -> None:
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "support_and_shelter")


BOX = "/chain/support_and_shelter/boxes/f2_contract/"
DAYS = "?from_on=2024-01-01&to_on=2024-12-31"


def test_a_box_told_by_records_leads_to_the_cases_behind_it(head: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_kept", Kept(20_000))
    _shelter(head)
    case = world.case(opened_on=date(2024, 2, 1), closed_on=None)
    Paper.objects.create(route=path(case=case), kind="contract", on=date(2024, 3, 5), step_count=1, source="paper")
    world.case(opened_on=date(2024, 2, 1), closed_on=None)
    shown = text_of(head.get(f"{BOX}{DAYS}"))
    assert case.number in shown and "05.03.2024" in shown and shown.count("/cases/") >= 1
    assert text_of(head.get(f"{BOX}?from_on=2023-01-01&to_on=2023-12-31")).count("Случаев здесь нет") == 1
    assert JournalEntry.objects.filter(verb="chain.box_read", data__box="f2_contract").count() == 2
    assert f"{BOX}{DAYS.replace('&', '&amp;')}" in head.get(f"/chain/support_and_shelter/{DAYS}").content.decode()
    workbook = head.get(f"{BOX}{DAYS}&as=xlsx")
    assert workbook.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert head.get("/chain/support_and_shelter/boxes/nothing/").status_code == 404


def test_a_box_has_its_target_and_is_missed_or_reached(head: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_kept", Kept(20_000))
    _shelter(head)
    case = world.case(opened_on=date(2024, 2, 1), closed_on=None)
    Paper.objects.create(route=path(case=case), kind="contract", on=date(2024, 3, 5), step_count=1, source="paper")
    typed = {"program": "", "way": "at_least", "value": "2", "from_on": "01.01.2024"}
    assert "целое" in text_of(head.post(f"{BOX}target/", {**typed, "value": "-2"}))
    assert head.post(f"{BOX}target/", typed).status_code == 302
    chain = read_chain(
        actor=SYSTEM,
        code="support_and_shelter",
        period=period_of(date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)),
    )
    box = next(one for one in chain.boxes if one.node.code == "f2_contract")
    assert box.standing.tally is not None and (box.standing.tally.told, box.standing.holds) == (1, False)
    page = text_of(head.get(f"/chain/support_and_shelter/{DAYS}"))
    assert "Где цепочка не дотягивает до целей" in page and "не меньше 2" in page
    # A target of the same day is replaced; one paper is enough for the next.
    assert head.post(f"{BOX}target/", {**typed, "value": "1"}).status_code == 302
    assert Target.objects.filter(box="support_and_shelter/f2_contract", dropped_on=None).count() == 1
    assert "не дотягивает" not in text_of(head.get(f"/chain/support_and_shelter/{DAYS}"))
    target = Target.objects.get(dropped_on=None)
    shown = head.get(BOX).content.decode()
    assert "Цели" in shown and "не меньше 1" in shown and f"/indicators/targets/{target.pk}/drop/" in shown
    gone = head.post(f"/indicators/targets/{target.pk}/drop/")
    assert gone.headers["Location"] == BOX
    assert "не меньше 1" not in text_of(head.get(f"/chain/support_and_shelter/{DAYS}"))
    verbs = JournalEntry.objects.filter(verb__startswith="indicators.box_target").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "indicators.box_target_set", "indicators.box_target_set", "indicators.box_target_dropped",
    ]  # fmt: skip
    assert not [one for one in targets_on(actor=SYSTEM, day=date(2024, 6, 1), program_id=None) if "/" in one]
