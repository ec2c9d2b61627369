"""The papers of a path as people meet them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import department, worker
from opora.families import actions as families
from opora.families.rules import Identity
from opora.papers.actions import record_consent
from opora.papers.models import Consent, StoredFile
from opora.papers.tests.factories import PDF, PNG, colleague, path_of_family
from opora.plans.tests.factories import make_walk
from opora.process.actions import invite
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db

ON = BEGAN.isoformat()


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def attached(client: Client, route_id: int, data: bytes, name: str = "Ветрова.pdf") -> Any:
    sent = SimpleUploadedFile(name, data)
    return client.post(reverse("papers:attach", args=[route_id]), {"kind": "plan", "on": ON, "file": sent})


def test_the_papers_of_a_path_are_a_page() -> None:
    route, _home = path_of_family()
    client = signed_in(colleague())
    address = reverse("papers:panel", args=[route.pk])
    assert client.get(address).status_code == 200
    assert signed_in(worker(Role.COORDINATOR, department())).get(address).status_code == 404


def test_a_copy_is_attached_and_looked_at() -> None:
    route, _home = path_of_family()
    client = signed_in(colleague())
    answer = attached(client, route.pk, PDF)
    assert answer.status_code == 302, text_of(answer)
    page = client.get(answer.headers["Location"])
    assert page.status_code == 200 and "Ветрова" not in text_of(page)
    content = client.get(reverse("papers:content", args=[StoredFile.objects.get().pk]))
    assert content.content == PDF and content.headers["X-Content-Type-Options"] == "nosniff"
    assert content.headers["Content-Disposition"].startswith('inline; filename="opora-')
    assert "default-src 'none'" in content.headers["Content-Security-Policy"]


def test_a_picture_is_shown_in_a_sandbox_and_can_be_saved() -> None:
    route, _home = path_of_family()
    client = signed_in(colleague())
    attached(client, route.pk, PNG, "a.png")
    address = reverse("papers:content", args=[StoredFile.objects.get().pk])
    assert "sandbox" in client.get(address).headers["Content-Security-Policy"]
    assert client.get(address + "?save=1").headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"%PDF-" + b"0" * (20 * 1024 * 1024)])
def test_a_refused_file_gets_one_clear_sentence(data: bytes) -> None:
    route, _home = path_of_family()
    answer = attached(signed_in(colleague()), route.pk, data)
    assert answer.status_code == 422 and 'class="error"' in text_of(answer)
    assert not StoredFile.objects.exists()


def test_a_form_without_a_file_asks_for_one() -> None:
    route, _home = path_of_family()
    answer = signed_in(colleague()).post(reverse("papers:attach", args=[route.pk]), {"kind": "plan", "on": ON})
    assert answer.status_code == 422


def test_a_paper_says_whose_it_is_by_name_for_whoever_may_know_it() -> None:
    walk = make_walk()
    route, mother = walk.route, walk.home.client
    families.update_identity(actor=SYSTEM, person=mother, identity=Identity(surname="Соколовская", given="Анна"))
    client, stranger = signed_in(worker(Role.COORDINATOR, walk.department)), worker(Role.PSYCHOLOGIST)
    invite(actor=SYSTEM, route_id=route.pk, user_id=stranger.user_id or 0, on=BEGAN)
    typed = {"purpose": "processing", "person_id": mother.pk, "on": ON, "scope": "Школа"}
    client.post(reverse("papers:new_consent", args=[route.pk]), typed)
    address = reverse("papers:consent", args=[Consent.objects.get().pk])
    assert "Анна, мать" in text_of(client.get(address))
    shown = text_of(signed_in(stranger).get(address))
    assert mother.code in shown and "Анна" not in shown


def test_a_consent_is_recorded_and_withdrawn_and_the_panel_says_what_is_blocked() -> None:
    route, home = path_of_family()
    client = signed_in(colleague())
    typed = {"purpose": "processing", "person_id": home.client.pk, "on": ON, "scope": "Школа"}
    assert client.post(reverse("papers:new_consent", args=[route.pk]), typed).status_code == 302
    consent = Consent.objects.get()
    assert "Школа" in text_of(client.get(reverse("papers:consent", args=[consent.pk])))
    assert client.get(reverse("papers:withdraw", args=[consent.pk])).status_code == 200
    answer = client.post(reverse("papers:withdraw", args=[consent.pk]), {"on": ON}, follow=True)
    assert 'role="alert"' in text_of(answer) and "01.04.2026" in text_of(answer)


def test_a_consent_entered_by_mistake_is_taken_back_from_its_page_and_stays_readable() -> None:
    route, home = path_of_family()
    actor = colleague()
    consent = record_consent(
        actor=actor, route_id=route.pk, person_id=home.client.pk, purpose="sharing", scope="Школе", on=BEGAN
    )
    client = signed_in(actor)
    page = reverse("papers:consent", args=[consent.pk])
    void = reverse("life:void", args=["consent", consent.pk])
    assert void in text_of(client.get(page))
    assert client.post(void, {"reason": "Не тот человек"}).status_code == 302
    shown = text_of(client.get(page))
    assert "внесено по ошибке" in shown and "Школе" in shown and void not in shown and "Внести отзыв" not in shown
    assert "внесено по ошибке" in text_of(client.get(reverse("papers:panel", args=[route.pk])))


def test_a_copy_attached_by_mistake_is_taken_back_from_its_page_and_stands_crossed_out() -> None:
    route, _home = path_of_family()
    client = signed_in(colleague())
    attached(client, route.pk, PNG, "a.png")
    stored = StoredFile.objects.get()
    page, content = (reverse(f"papers:{name}", args=[stored.pk]) for name in ("file", "content"))
    void = reverse("life:void", args=["file", stored.pk])
    assert void in text_of(client.get(page))
    assert client.post(void, {"reason": ""}).status_code == 422
    assert client.post(void, {"reason": "Это план другой семьи"}).status_code == 302
    assert client.get(content).status_code == client.get(f"{content}?save=1").status_code == 404
    shown = text_of(client.get(page))
    assert "Это план другой семьи" in shown and content not in shown and void not in shown
    for address in ("papers:panel", "life:route"):
        told = text_of(client.get(reverse(address, args=[route.pk])))
        assert "Это план другой семьи" in told and content not in told
    assert "is-voided" in told and "Копия: " in told


def test_a_file_that_lies_with_a_letter_is_called_by_its_words() -> None:
    route, _home = path_of_family()
    client = signed_in(colleague())
    attached(client, route.pk, PDF)
    StoredFile.objects.update(kind="official_letter")
    shown = text_of(client.get(reverse("papers:file", args=[StoredFile.objects.get().pk])))
    assert "Служебное письмо" in shown and "official_letter" not in shown
