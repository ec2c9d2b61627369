"""Wherever a colleague is chosen the likely ones are drawn and anybody else is found by name: no page draws a house."""

import ast
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import RoleAssignment, User
from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.intake.models import Visit
from opora.plans.tests.factories import Walk, make_plan, make_walk
from opora.web.shell.colleagues import bear_name
from tests.forms.test_sent_twice import signed_in
from tests.house.source import modules, shown, tree

FAMILIES = {
    "opora/web/plans/forms/agreement.py",
    "opora/web/groups/forms.py",
    "opora/web/network/forms.py",
    "opora/web/stays/forms/during.py",
    "opora/web/stays/forms/everyday.py",
}
PEOPLE = {"people", "workers", "colleagues", "managers", "candidates", "receivers"}


def crowd(walk: Walk) -> None:
    """Two hundred more colleagues in the department of the family."""
    names = [f"Бобрикова{n:03} Анна" for n in range(199)] + ["Яблокова Вера"]
    people = User.objects.bulk_create([User(email=f"w{n}@example.org", name=name) for n, name in enumerate(names)])
    RoleAssignment.objects.bulk_create(
        [RoleAssignment(user=user, role=Role.CASE_MANAGER, department=walk.department) for user in people]
    )


def house() -> tuple[Walk, Client]:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    crowd(walk)
    return walk, signed_in(worker(Role.COORDINATOR, walk.department))


def pages(walk: Walk) -> dict[str, tuple[str, str]]:
    """The pages where colleagues are chosen, each with the field that is asked."""
    case, route, manager = walk.case.pk, walk.route.pk, walk.manager.user_id
    return {
        "join a team": (reverse("cases:join", args=[case]), "user_id"),
        "hand over": (reverse("cases:hand_over", args=[case]), "to_user_id"),
        "pass on": (reverse("duties:pass_on", args=[manager]), "to"),
        "pass on by kinds": (reverse("duties:pass_on", args=[manager]) + "?each=1", "case"),
        "stand in": (reverse("duties:substitute", args=[manager]), "substitute_id"),
        "plan a visit": (reverse("life:case_record", args=[case, "plan_visit"]), "visitor_ids"),
        "record a visit": (reverse("life:case_record", args=[case, "visit"]), "visitor_ids"),
        "call a vote": (reverse("councils:ballot_new", args=[route]), "member_ids"),
        "write minutes": (reverse("councils:conference_new", args=[route]), "participant_ids"),
        "add a task": (reverse("plans:task_new", args=[route]), "accountable"),
    }


@pytest.mark.django_db
def test_no_page_draws_two_hundred_colleagues_and_each_finds_anybody_by_name() -> None:
    walk, client = house()
    wrong: dict[str, Any] = {}
    for name, (address, field) in pages(walk).items():
        page = client.get(address)
        text = page.content.decode()
        drawn = text.count("Бобрикова")
        fields = max(1, text.count('data-look="'))
        typed = {f"{field}_named": "dthf z,kj", "each": "1" if "each" in address else ""}
        found = client.post(address, typed, HTTP_X_OPORA_LOOK=field, HTTP_HX_REQUEST="true")
        if page.status_code != 200 or drawn > 6 * fields or "Яблокова Вера" not in found.content.decode():
            wrong[name] = (page.status_code, drawn, fields, found.status_code)
    assert wrong == {}


LISTS = {"cases:list": "worker", "process:work": "worker", "intake:list": "worker", "plans:tasks": "worker"}


@pytest.mark.django_db
def test_lists_are_narrowed_by_a_colleague_who_is_named_and_the_address_keeps_the_number() -> None:
    _walk, coordinator = house()
    vera = User.objects.get(name="Яблокова Вера").pk
    for name, field in {**LISTS, "journal:entries": "who"}.items():
        client = signed_in(worker(Role.HEAD)) if name.startswith("journal:") else coordinator
        address = reverse(name)
        text = client.get(address).content.decode()
        assert text.count("Бобрикова") <= 7 and f'name="{field}_named"' in text, name
        found = client.post(address, {f"{field}_named": "dthf"}, HTTP_X_OPORA_LOOK=field, HTTP_HX_REQUEST="true")
        assert "Яблокова Вера" in found.content.decode(), name
        sent = client.post(address, {f"{field}_named": "яблоковой"})
        assert sent.status_code == 302 and f"{field}={vera}" in sent.headers["Location"], name
        assert "named" not in sent.headers["Location"], "no name in an address"
        assert f'value="{vera}" selected' in client.get(sent.headers["Location"]).content.decode(), name
        wrong = client.post(address, {f"{field}_named": "Никодимова"})
        assert wrong.status_code == 422 and "Коллеги с таким именем здесь нет" in wrong.content.decode(), name
        assert client.post(address, {f"{field}_named": "Бобр"}, HTTP_HX_REQUEST="true").status_code == 204, name


@pytest.mark.django_db
def test_without_a_script_those_named_go_along_with_those_ticked() -> None:
    walk, client = house()
    address = reverse("life:case_record", args=[walk.case.pk, "plan_visit"])
    named = "Бобрикова007, яблоковой"
    typed = {"day": "today", "visitor_ids": [walk.manager.user_id], "visitor_ids_named": named}
    answer = client.post(address, typed)
    assert answer.status_code == 302
    names = set(User.objects.filter(pk__in=Visit.objects.latest("pk").visitor_ids).values_list("name", flat=True))
    assert names >= {"Бобрикова007 Анна", "Яблокова Вера"} and len(names) == 3


@pytest.mark.django_db
def test_a_name_of_several_is_asked_again_with_those_who_bear_it() -> None:
    walk, client = house()
    address = reverse("duties:substitute", args=[walk.manager.user_id])
    answer = client.post(address, {"substitute_id_named": "Бобрикова", "from_on": "", "until_on": ""})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Так зовут нескольких" in text
    assert 6 < text.count("Бобрикова") < 20


def test_a_name_is_found_however_it_is_typed() -> None:
    people = ["Яблокова Вера", "Семёнова Анна"]
    for typed in ("Вера", "ябл вер", "Яблоковой", "z,kjrjdf", "Yablokova", "СЕМЕНОВА"):
        assert len(bear_name(typed, people, str)) == 1, typed
    assert bear_name("Никто", people, str) == [] == bear_name(" ", people, str)


def test_no_form_offers_colleagues_in_a_list_of_its_own() -> None:
    """A list of all colleagues grows with the house: they are chosen by the fields of `shell.colleagues`."""
    wrong = []
    for path in modules():
        if "opora/web/" not in shown(path) or shown(path) in FAMILIES | {"opora/web/shell/colleagues.py"}:
            continue
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not ast.unparse(node.func).endswith("ChoiceField"):
                continue
            named = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
            if named & PEOPLE:
                wrong.append(f"{shown(path)}:{node.lineno}")
    assert not wrong
