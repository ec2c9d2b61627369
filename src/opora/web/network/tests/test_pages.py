"""The pages about the people around a family, by the road a caseworker takes on a phone."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from opora.common.dates import today
from opora.network.models import KinLink, NetworkMember, NetworkRecord, NetworkTie, OutsideNeed
from opora.partners.models import Partner
from opora.plans.tests.factories import Walk, make_walk
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def typed(**more: Any) -> dict[str, Any]:
    return {
        "kind": "relative",
        "name": "Тамара",
        "tie": "",
        "strength": "2",
        "direction": "both",
        "on": today().isoformat(),
        **more,
    }


def page(client: Any, name: str, walk: Walk) -> str:
    return text_of(client.get(reverse(f"network:{name}", args=[walk.case.pk])))


def test_somebody_is_added_with_the_tie_by_one_form_and_changed_by_the_same() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    assert "Пока никто не записан" in page(client, "case", walk)
    before = (today() - timedelta(days=40)).isoformat()
    client.post(reverse("network:case_add", args=[walk.case.pk]), typed(tie="broken", on=before))
    member = NetworkMember.objects.get()
    client.post(
        reverse("network:member", args=[member.pk]),
        typed(tie="supportive", strength="3", agreed="Звонит по воскресеньям"),
    )
    found = page(client, "case", walk)
    assert found.count("<svg") >= 2 and "поддерживает" in found and "Звонит по воскресеньям" in found
    assert "восстановлено: 1" in found
    assert NetworkRecord.objects.count() == 2 and NetworkTie.objects.count() == 2
    pair = page(client, "case_compare", walk)
    assert "было 0, стало 1" in pair and "Восстановлены" in pair


def test_only_what_is_written_of_somebody_changes_makes_no_new_map() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    before = (today() - timedelta(days=40)).isoformat()
    client.post(reverse("network:case_add", args=[walk.case.pk]), typed(tie="mixed", on=before))
    client.post(reverse("network:member", args=[NetworkMember.objects.get().pk]), typed(tie="mixed", name="Тамара И."))
    assert NetworkRecord.objects.count() == 1 and NetworkMember.objects.get().name_text == "Тамара И."


def test_a_map_is_confirmed_and_printed_with_the_agreed_ways() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    client.post(reverse("network:case_add", args=[walk.case.pk]), typed(tie="mixed", agreed="Только по телефону"))
    drawn = NetworkRecord.objects.get()
    client.post(reverse("network:confirm", args=[drawn.pk]), {"on": today().isoformat()})
    sheet = text_of(client.get(reverse("network:map", args=[drawn.pk])))
    assert "сверена с родителем" in sheet and "Только по телефону" in sheet and "<desc" in sheet


def test_a_talk_is_recorded_and_put_right() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    client.post(reverse("network:case_add", args=[walk.case.pk]), typed())
    member = NetworkMember.objects.get()
    told = {"on": today().isoformat(), "member_id": member.pk, "text": "Возьмёт детей", "next_on": today().isoformat()}
    client.post(reverse("network:case_talk", args=[walk.case.pk]), told)
    talk = NetworkRecord.objects.get()
    assert "Возьмёт детей" in page(client, "case", walk)
    client.post(reverse("network:talk", args=[talk.pk]), {**told, "text": "Возьмёт младшего"})
    assert NetworkRecord.objects.get().told == "Возьмёт младшего"


def test_the_genogram_grows_by_a_grandmother_and_a_mistake_is_taken_back() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    address = reverse("network:case_relative", args=[walk.case.pk])
    entry = {"relation": "mother", "of": f"p{walk.home.client.pk}", "name": "Тамара", "born_in": "1950"}
    client.post(address, entry)
    found = page(client, "case_genogram", walk)
    assert "Тамара" in found and "родитель и ребёнок: Тамара" in found and 'class="chart genogram"' in found
    assert "Тамара: женский пол" in found and "ребёнок семьи" in found and "живёт с семьёй" in found
    granny = KinLink.objects.get().one_member_id
    bond = {"one": f"p{walk.home.client.pk}", "other": f"m{granny}", "state": "conflict"}
    client.post(reverse("network:case_bond", args=[walk.case.pk]), bond)
    found = page(client, "case_genogram", walk)
    assert 'class="bond conflict"' in found and "и Тамара: конфликт" in found
    client.post(reverse("network:unlink", args=[KinLink.objects.get(kind="bond").pk]))
    client.post(reverse("network:unlink", args=[KinLink.objects.get().pk]))
    assert not KinLink.objects.exists() and "Родство не указано" in page(client, "case_genogram", walk)
    wrong = client.post(address, {**entry, "of": "p999999"})
    assert wrong.status_code == 422


def test_two_of_one_name_are_told_apart_in_words() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    address = reverse("network:case_relative", args=[walk.case.pk])
    for born in ("1950", "1972"):
        entry = {"relation": "sibling", "of": f"p{walk.home.client.pk}", "name": "Анна", "sex": "f", "born_in": born}
        client.post(address, entry)
    found = page(client, "case_genogram", walk)
    assert "Анна (1950): женский пол" in found and "Анна (1972): женский пол" in found


def test_the_page_costs_few_questions(django_assert_max_num_queries: Any) -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    for number in range(4):
        client.post(reverse("network:case_add", args=[walk.case.pk]), typed(name=f"Сосед {number}", tie="supportive"))
    with django_assert_max_num_queries(25):
        page(client, "case", walk)
    with django_assert_max_num_queries(15):
        client.get(reverse("network:list"))


def test_a_need_is_written_down_settled_and_the_circle_stands_on_the_page() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    clinic = Partner.objects.create(
        name="Поликлиника № 4", kind="health", services="Врачи", contacts="+7 495 000-00-00"
    )
    form = reverse("network:case_need", args=[walk.case.pk])
    assert client.post(form, {"text": "", "outside": "yes"}).context["form"].errors["text"]
    sent = {"text": "Прививки", "outside": "yes", "partner_id": clinic.pk, "contact": "Старшая сестра", "result": ""}
    assert client.post(form, sent).status_code == 302
    found = page(client, "case", walk)
    assert "Круг партнёров" in found and "Старшая сестра" in found and "Прививки" in found
    need = OutsideNeed.objects.get()
    assert client.post(reverse("network:need", args=[need.pk]), {**sent, "result": "obtained"}).status_code == 302
    assert "помощь получена" in page(client, "case", walk)
    assert client.post(reverse("network:need_remove", args=[need.pk])).status_code == 302
    assert "Прививки" not in page(client, "case", walk)
