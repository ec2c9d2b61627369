"""Letters, notices and histories through their pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import department, worker
from opora.demo.rules.organization import DETAILS
from opora.organization.actions import keep_details
from opora.papers import actions, queries
from opora.papers.models import ChildHistory, Letter, LetterTemplate, Notice
from opora.papers.queries import template_bytes
from opora.papers.tests.factories import colleague, path_of_family
from opora.process.models import Paper
from opora.web.papers.tests.test_pages import ON, signed_in, text_of

pytestmark = pytest.mark.django_db


def test_a_letter_is_written_downloaded_and_signed() -> None:
    route, home = path_of_family()
    client = signed_in(colleague())
    assert client.get(reverse("papers:new_letter", args=[route.pk])).status_code == 200
    typed = {"kind": "support", "person_id": home.client.pk, "on": ON}
    answer = client.post(reverse("papers:new_letter", args=[route.pk]), typed)
    assert answer.status_code == 302, text_of(answer)
    letter = Letter.objects.get()
    page = text_of(client.get(reverse("papers:letter", args=[letter.pk])))
    assert letter.number in page and f"/papers/files/{letter.file_id}/content/" in page
    content = client.get(reverse("papers:content", args=[letter.file_id]))
    assert content.headers["Content-Disposition"].startswith("attachment") and content.content.startswith(b"PK")
    assert client.post(reverse("papers:letter", args=[letter.pk]), {"on": ON}).status_code == 302
    assert Paper.objects.filter(route=route, kind="contract").exists()
    assert client.get(reverse("papers:letter", args=[letter.pk])).status_code == 200
    assert letter.number in text_of(client.get(reverse("papers:panel", args=[route.pk])))


def test_a_template_is_handed_out_and_replaced_by_the_head_only() -> None:
    client = signed_in(worker(Role.HEAD))
    page = text_of(client.get(reverse("papers:templates")))
    assert "{{ person.name }}" in page
    data = client.get(reverse("papers:template", args=["support"])).content
    assert data == template_bytes("support", None)
    sent = {"kind": "support", "file": SimpleUploadedFile("a.docx", data)}
    assert client.post(reverse("papers:templates"), sent).status_code == 302
    assert LetterTemplate.objects.get().number == 1
    wrong = {"kind": "support", "file": SimpleUploadedFile("a.docx", b"no")}
    assert client.post(reverse("papers:templates"), wrong).status_code == 422
    assert client.get("/papers/templates/none/").status_code == 404
    assert signed_in(colleague()).get(reverse("papers:templates")).status_code == 404


def test_a_notice_is_recorded_answered_and_logged() -> None:
    route, _home = path_of_family()
    client = signed_in(colleague())
    typed = {
        "addressee": "police",
        "recipient": "Отдел полиции",
        "on": ON,
        "at": "10:30",
        "text": "Ребёнок один",
        "answer_due_on": ON,
    }
    assert client.get(reverse("papers:new_notice", args=[route.pk])).status_code == 200
    answer = client.post(reverse("papers:new_notice", args=[route.pk]), typed)
    assert answer.status_code == 302, text_of(answer)
    notice = Notice.objects.get()
    address = reverse("papers:notice", args=[notice.pk])
    assert "Ребёнок один" in text_of(client.get(address))
    assert "Отдел полиции" in text_of(client.get(reverse("papers:disclosures", args=[route.pk])))
    assert client.post(address, {"on": ON, "receipt_number": "17"}).status_code == 302
    assert "17" in text_of(client.get(address))
    assert signed_in(worker(Role.COORDINATOR, department())).get(address).status_code == 404


def test_the_history_of_a_child_is_composed_completed_and_printed() -> None:
    route, home = path_of_family()
    client = signed_in(colleague())
    address = reverse("papers:new_history", args=[route.pk])
    assert client.get(address).status_code == 200
    address += f"?child={home.child_ids[0]}"
    page = text_of(client.get(address))
    assert home.client.code in page
    typed = {"recipient": "Приёмная семья", "basis": "request", "on": ON, "habits": "Боится темноты"}
    answer = client.post(address, typed)
    assert answer.status_code == 302, text_of(answer)
    page = text_of(client.get(reverse("papers:history", args=[ChildHistory.objects.get().pk])))
    assert "Боится темноты" in page and "Приёмная семья" in page and "data-print" in page


def test_a_letter_says_what_of_the_organization_it_lacks_and_who_tells_it() -> None:
    route, home = path_of_family()
    letter = actions.write_letter(
        actor=colleague(), route_id=route.pk, kind="support", person_id=home.client.pk, on=route.started_on
    )
    chosen = f"{reverse('papers:new_letter', args=[route.pk])}?kind=support&purpose="
    for address in (chosen, reverse("papers:letter", args=[letter.pk])):
        page = text_of(signed_in(colleague()).get(address))
        assert "Об организации известно не всё" in page and "полное название" in page.casefold()
        assert "Попросите руководителя" in page and "/organization/" not in page
        assert 'href="/organization/"' in text_of(signed_in(worker(Role.HEAD)).get(address))
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    page = text_of(signed_in(colleague()).get(reverse("papers:letter", args=[letter.pk])))
    assert "Об организации известно не всё" not in page


def test_only_the_chosen_letter_is_filled_to_see_what_it_lacks(monkeypatch) -> None:
    route, _home = path_of_family()
    filled: list[str] = []

    def missing(kind: str, template: LetterTemplate | None, purpose: str = "") -> list[str]:
        filled.append(f"{kind} {purpose}".strip())
        return ["ИНН"]

    monkeypatch.setattr(queries, "missing_details", missing)
    client, address = signed_in(colleague()), reverse("papers:new_letter", args=[route.pk])
    page = text_of(client.get(address))
    assert not filled and "Об организации известно не всё" not in page and 'id="lacking"' in page
    for asked, told in (
        ("?paper=consent", "consent"),
        ("?kind=consent&purpose=special", "consent special"),
        ("?kind=nothing", ""),
    ):
        filled.clear()
        page = text_of(client.get(f"{address}{asked}"))
        assert filled == ([told] if told else []) and ("Об организации известно не всё" in page) is bool(told)
    filled.clear()
    client.post(address, {"kind": "support", "on": "31.02.2026"})
    assert filled == ["support"]


def test_the_page_of_templates_shows_the_details_as_they_would_be_filled_in() -> None:
    keep_details(actor=SYSTEM, revision=0, given={**DETAILS, "kpp": ""})
    page = text_of(signed_in(worker(Role.HEAD)).get(reverse("papers:templates")))
    assert "{{ organization.inn }}" in page and DETAILS["inn"] in page and "пока не указано" in page


def test_several_letters_are_signed_at_one_table_one_after_the_other() -> None:
    route, home = path_of_family()
    letter = actions.write_letter(
        actor=colleague(), route_id=route.pk, kind="support", person_id=home.client.pk, on=route.started_on
    )
    answer = signed_in(colleague()).post(reverse("papers:letter", args=[letter.pk]), {"on": ON, "more": "1"})
    another = f"{reverse('papers:new_letter', args=[route.pk])}?person={home.client.pk}"
    assert (answer.status_code, answer.headers.get("Location")) == (302, another)
    letter.refresh_from_db()
    assert letter.signed_on is not None
