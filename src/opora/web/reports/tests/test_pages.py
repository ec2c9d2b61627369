"""A report is composed in the browser: begun with a preset, written, ordered, taken, carried away."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.rules import SYSTEM, Role
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.reports.models import ComposedReport, ReportBlock, TakenReport
from opora.reports.rules.kinds import KINDS
from opora.web.evidence.tests.test_pages import signed_in, words_of
from opora.web.reports.forms import usual_period

pytestmark = pytest.mark.django_db


@pytest.fixture
def composer() -> Client:
    publish_practice(actor=SYSTEM, folder=shipped_practices()["mama_ryadom"])
    return signed_in(Role.ANALYST)


def begin(client: Client, preset: str) -> ComposedReport:
    """With what the form offers."""
    address = reverse("reports:begin", args=[preset])
    form = client.get(address).context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    assert client.post(address, {**typed, "title": "Отчёт за квартал"}).status_code == 302
    return ComposedReport.objects.get()


def page(client: Client, report: ComposedReport) -> str:
    return words_of(client.get(reverse("reports:report", args=[report.pk])).content)


def test_the_quarter_of_mama_ryadom_tells_every_line_of_its_model(composer: Client) -> None:
    report = begin(composer, "quarter")
    response = composer.get(reverse("reports:report", args=[report.pk]))
    html, told = response.content.decode(), words_of(response.content)
    for number in (*range(31, 47), *range(47, 55)):
        assert f"(S2-{number})" in told, number
    assert re.search(r'href="/indicators/of/IND-05/\?[^"]*from_on=', html), "a figure leads to what it is"
    assert "/indicators/outside/" in html, "and an effect to its source"


def test_words_are_written_between_and_a_name_is_pointed_at(composer: Client) -> None:
    report = begin(composer, "board")
    block = ReportBlock.objects.filter(report=report, kind="text").first()
    assert block is not None and block.prompt in page(composer, report)
    assert composer.get(reverse("reports:block", args=[block.pk])).status_code == 200
    typed = {"heading": "Коротко", "text": "Спасибо Марии Ивановне.", "revision": block.revision}
    assert composer.post(reverse("reports:block", args=[block.pk]), typed).status_code == 302
    told = page(composer, report)
    assert "Спасибо Марии Ивановне." in told and "Похоже на чьё-то имя или код: Ивановне" in told


def test_a_block_is_added_moved_and_taken_out(composer: Client) -> None:
    report = begin(composer, "empty")
    assert "Отчёт пуст" in page(composer, report)
    for heading in ("Раз", "Два"):
        address = reverse("reports:add", args=[report.pk, "text"])
        assert composer.post(address, {"heading": heading, "text": "Слова"}).status_code == 302
    last = ReportBlock.objects.get(heading="Два")
    composer.post(reverse("reports:move", args=[last.pk]), {"way": "up"})
    assert [one.heading for one in ReportBlock.objects.filter(report=report)] == ["Два", "Раз"]
    composer.post(reverse("reports:drop", args=[last.pk]))
    assert "Два" not in page(composer, report)


def test_every_kind_of_block_has_its_form(composer: Client) -> None:
    report = begin(composer, "empty")
    assert composer.get(reverse("reports:kinds", args=[report.pk])).status_code == 200
    for kind in KINDS:
        response = composer.get(reverse("reports:add", args=[report.pk, kind]))
        assert response.status_code == 200 and "Сохранить" in words_of(response.content), kind


def test_taken_it_stays_and_leaves_as_a_file_without_anybodys_name(composer: Client) -> None:
    report = begin(composer, "board")
    composer.post(reverse("reports:take", args=[report.pk]))
    taken = TakenReport.objects.get()
    told = words_of(composer.get(reverse("reports:taken", args=[taken.pk])).content)
    assert taken.sha256 in told and "только через выпуск" in told
    for kind in ("pdf", "docx", "xlsx"):
        response = composer.get(reverse("reports:export_taken", args=[taken.pk, kind]))
        name = response.headers["Content-Disposition"]
        assert response.status_code == 200 and re.search(rf'filename="[a-z0-9-]+\.{kind}"', name)
    assert composer.get(reverse("reports:export_taken", args=[taken.pk, "exe"])).status_code == 404


def test_the_last_whole_quarter_is_offered() -> None:
    assert usual_period(3, date(2026, 11, 24)) == (date(2026, 7, 1), date(2026, 9, 30))
    assert usual_period(3, date(2026, 1, 5)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert usual_period(12, date(2026, 11, 24)) == (date(2025, 11, 1), date(2026, 10, 31))
