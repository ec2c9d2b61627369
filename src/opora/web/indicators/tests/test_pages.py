"""The pages of indicators: figures with what they rest on, their cases by code, targets, outside figures, own ones."""

import io
import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.html import strip_tags
from openpyxl import load_workbook

from opora.access.actions import add_person
from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.common.dates import today
from opora.common.kept import Kept
from opora.details.models import Detail
from opora.details.tests.factories import a_field
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.indicators.actions import publish_indicator
from opora.indicators.models import IndicatorDraft, IndicatorVersion, OutsideFigure, Target
from opora.indicators.queries import kept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_kept", Kept(100))


@pytest.fixture
def two_closed() -> list[Case]:
    """Two cases closed a month ago: one child at home, one of whom nobody knows."""
    day = today() - timedelta(days=30)
    days = {"opened_on": day - timedelta(days=200), "closed_on": day}
    cases = [
        world.case("17/2026", parent="И3", homes=("own_family",), **days),
        world.case("18/2026", homes=("unknown",), **days),
    ]
    for one in cases:
        for child in one.children.all():
            FamilyMember.objects.create(family=one.family, person=child.person, role="child")
    refresh_facts(case_ids=[one.pk for one in cases])
    return cases


def signed_in(role: str) -> Client:
    user = add_person(
        actor=SYSTEM,
        name="Юлия Ким",
        email=f"{role}@opora.example",
        grants=[(role, None)],
        password="семь-синих-птиц-летят",
    )
    client = Client()
    client.force_login(User.objects.get(pk=getattr(user, "pk", user)))
    return client


def words_of(page: bytes) -> str:
    return re.sub(r"\s+", " ", strip_tags(page.decode().replace("<", " <"))).replace("\u00a0", " ")


def test_the_list_says_of_each_figure_what_it_rests_on(two_closed: list[Case]) -> None:
    text = words_of(signed_in(Role.ANALYST).get("/indicators/").content)
    assert "Дети, сохранившие кровную семью IND-20 · дети 100 % 1 из 1; неизвестно: 1" in text
    assert "В этом периоде считать некого." in text, "what cannot be said says why"


def test_an_indicator_is_found_by_words_of_its_name_or_by_its_number() -> None:
    head = signed_in("head")
    found = words_of(head.get("/indicators/", {"q": "СЕМЬЮ дети"}).content)
    assert "Дети, сохранившие кровную семью" in found and "Поступившие сигналы" not in found
    assert "Поступившие сигналы" in words_of(head.get("/indicators/", {"q": "ind-01"}).content)
    assert "Такого показателя нет" in words_of(head.get("/indicators/", {"q": "звездолёт"}).content)


def test_an_empty_house_has_its_list_too() -> None:
    assert "Поступившие сигналы IND-01 · сигналы 0" in words_of(signed_in(Role.ANALYST).get("/indicators/").content)


def test_one_indicator_tells_its_rules_and_leads_to_cases_by_code(two_closed: list[Case]) -> None:
    client = signed_in(Role.HEAD)
    text = words_of(client.get("/indicators/of/IND-20/?split=home").content)
    for said in ("Период определяет день закрытия случая.", "это никогда не «нет»", "Кровная семья 100 %"):
        assert said in text
    cases = words_of(client.get("/indicators/of/IND-20/cases/?part=yes").content)
    assert "17/2026 И3" in cases and "18/2026" not in cases
    assert "18/2026" in words_of(client.get("/indicators/of/IND-20/cases/?part=unknown").content)
    assert JournalEntry.objects.filter(verb="indicators.cases_read").count() == 2
    assert client.get("/indicators/of/IND-20/cases/?part=maybe").status_code == 404
    assert client.get("/indicators/of/IND-99/").status_code == 404


def test_who_sees_no_case_counts_none(two_closed: list[Case]) -> None:
    user = add_person(
        actor=SYSTEM,
        name="Рита Лис",
        email="elsewhere@opora.example",
        grants=[(Role.CASE_MANAGER, world.department("Другой отдел").pk)],
        password="семь-синих-птиц-летят",
    )
    client = Client()
    client.force_login(User.objects.get(pk=getattr(user, "pk", user)))
    assert "Дети, сохранившие кровную семью IND-20 · дети –" in words_of(client.get("/indicators/").content)
    assert "17/2026" not in words_of(client.get("/indicators/of/IND-20/cases/").content)


def test_a_target_is_set_compared_and_taken_back(two_closed: list[Case]) -> None:
    client = signed_in(Role.HEAD)
    page = client.get("/indicators/of/IND-20/target/")
    token = re.search(r'name="intention" value="([^"]+)"', page.content.decode())
    sent = {"way": "at_least", "value": "90", "from_on": today().isoformat(), "program": ""}
    client.post("/indicators/of/IND-20/target/", sent | ({"intention": token[1]} if token else {}))
    target = Target.objects.get()
    assert target.value == Decimal("0.9")
    assert "не меньше 90 % достигнута" in words_of(client.get("/indicators/of/IND-20/").content)
    client.post(f"/indicators/targets/{target.pk}/drop/")
    assert "отменена" in words_of(client.get("/indicators/of/IND-20/").content)
    told = JournalEntry.objects.filter(verb__startswith="indicators.target").order_by("id")
    verbs = list(told.values_list("verb", flat=True))
    assert verbs == ["indicators.target_set", "indicators.target_dropped"]


def test_an_outside_figure_needs_its_source_and_is_never_computed() -> None:
    client = signed_in(Role.HEAD)
    sent = {"indicator": "IND-41", "value": "12", "unit": "детей", "on": today().isoformat(), "source": ""}
    assert client.post("/indicators/outside/new/", sent).status_code == 422 and not OutsideFigure.objects.exists()
    client.post("/indicators/outside/new/", sent | {"source": "Росстат"})
    text = words_of(client.get("/indicators/outside/").content)
    assert (
        "Отказы от новорождённых и изъятия детей : 12 детей" in text and "Росстат" in text and "не вычисляются" in text
    )


def test_an_own_indicator_is_tried_published_and_put_away(two_closed: list[Case]) -> None:
    client = signed_in(Role.HEAD)
    asked = {"measure": "IND-20", "title": "Дети дома", "code": "home-kept", "split": "", "only_home": "own_family"}
    sent = {**asked, "try": "1", "csrfmiddlewaretoken": "знак", "intention": "знак"}
    trying = client.post("/indicators/new/?measure=IND-20", sent)
    assert trying.status_code == 302 and "token" not in trying.url and "intention" not in trying.url
    tried = words_of(client.get(f"/indicators/new/{trying.url}").content)
    assert f"{today():%d.%m.%Y} 100 % 1 из 1 Посчитано семей 1" in tried and not IndicatorVersion.objects.exists()
    assert client.post("/indicators/new/?measure=IND-20", asked).url == "/indicators/of/home-kept/"
    assert IndicatorVersion.objects.get().filters == {"home": ["own_family"]}
    assert "Дети дома дети 100 %" in words_of(client.get("/indicators/").content)
    client.post("/indicators/of/home-kept/put-away/")
    assert client.get("/indicators/of/home-kept/").status_code == 404


@pytest.mark.django_db
def test_a_code_is_offered_that_no_indicator_bears_or_bore() -> None:
    """Under a known code the next version of that indicator would be published, also of one put away."""
    client = signed_in(Role.HEAD)
    for number in (1, 2):
        code = client.get("/indicators/new/").context["form"]["code"].value()
        assert code == f"own-{number}"
        client.post("/indicators/new/?measure=IND-01", {"title": "Сигналы", "code": code})
        client.post(f"/indicators/of/{code}/put-away/")


def test_of_two_who_were_offered_one_code_the_second_replaces_nothing() -> None:
    """Sent twice it is one; put away, its code may be used again."""
    head, page = signed_in(Role.HEAD), "/indicators/new/?measure=IND-01"
    code = head.get("/indicators/new/").context["form"]["code"].value()
    for _time in range(2):
        assert head.post(page, {"title": "Первый", "code": code}).status_code == 302
    second = head.post(page, {"title": "Второй", "code": code})
    assert second.status_code == 422 and "Код занят показателем «Первый»" in second.content.decode()
    assert [one.title for one in IndicatorVersion.objects.all()] == ["Первый"]
    head.post(f"/indicators/of/{code}/put-away/", {"sure": "on"})
    assert head.post(page, {"title": "Второй", "code": code}).status_code == 302


def test_an_own_indicator_is_changed_with_both_figures_and_published(two_closed: list[Case]) -> None:
    writer = signed_in(Role.METHODOLOGIST)
    asked = {"title": "Дети дома", "code": "home-kept", "split": "", "only_home": "own_family"}
    writer.post("/indicators/new/?measure=IND-20", asked)
    assert "Изменить показатель" in words_of(writer.get("/indicators/of/home-kept/").content)
    writer.post("/indicators/of/home-kept/draft/begin/")
    draft = "/indicators/of/home-kept/draft/"
    trying = writer.post(draft, {"title": "Все дети", "split": "", "try": "1"})
    tried = words_of(writer.get(f"{draft}{trying.url}").content)
    assert "Действует" in tried and "Как набрано" in tried and "посчитана 1 семья" in tried
    assert IndicatorDraft.objects.get().revision == 1, "what is only tried is not kept"
    seen = writer.get(draft).context["form"]["revision"].value()
    assert writer.post(draft, {"title": "Все дети", "revision": seen}).status_code == 302
    late = writer.post(draft, {"title": "Мои слова", "revision": seen})
    assert late.status_code == 422 and "Мои слова" in late.content.decode()
    page = writer.get(f"{draft}publish/")
    assert "Все дети" in words_of(page.content) and "<del>Дети дома</del>" in page.content.decode()
    sent = writer.post(f"{draft}publish/", {"revision": page.context["form"]["revision"].value()})
    assert sent.url == "/indicators/of/home-kept/"
    assert [one.number for one in IndicatorVersion.objects.order_by("number")] == [1, 2]
    assert writer.get(draft).status_code == 404


def test_the_next_version_may_count_more_and_keeps_what_nobody_answers_to_any_more(two_closed: list[Case]) -> None:
    """What is offered is found in the whole measure, and what was chosen stands there though no fact has it now."""
    writer = signed_in(Role.METHODOLOGIST)
    publish_indicator(
        actor=SYSTEM, code="elsewhere", title="Не дома", measure="IND-20", filters={"home": ["institution"]}
    )
    writer.post("/indicators/of/elsewhere/draft/begin/")
    page = writer.get("/indicators/of/elsewhere/draft/")
    field = page.context["form"]["only_home"]
    assert {"institution", "own_family"} <= {code for code, _name in field.field.choices}
    assert field.value() == ["institution"]


def test_an_own_field_tells_apart_and_narrows_for_whom_it_is(two_closed: list[Case]) -> None:
    """On the page, in the workbook, in the composer; for other roles neither field nor indicator is there."""
    field = a_field(kind="yes_no", title="Есть питомец", roles=[Role.HEAD])
    Detail.objects.create(
        case=two_closed[0], family=two_closed[0].family, field_id=field.id, chosen=["yes"], on=today()
    )
    head, page = signed_in(Role.HEAD), f"/indicators/of/IND-20/?split={field.dimension}"
    text = words_of(head.get(page).content)
    assert "Да 100 % 1 из 1" in text and "Неизвестно –" in text and "не спросили" in text
    sheets = load_workbook(io.BytesIO(head.get(f"{page}&as=xlsx").content))
    rows = [[cell.value for cell in row] for sheet in sheets for row in sheet.rows]
    assert ["Да", "100 %", "1 из 1"] in rows
    asked = {"measure": "IND-20", "title": "С питомцем", "code": "pets", "split": field.dimension}
    asked[f"only_{field.dimension}"] = "yes"
    composing = words_of(head.get("/indicators/new/", asked).content)
    assert "Только: Есть питомец" in composing and "100 % 1 из 1 Посчитано семей 1" in composing
    head.post("/indicators/new/?measure=IND-20", asked)
    assert "Есть питомец: Да" in words_of(head.get("/indicators/of/pets/").content)
    analyst = signed_in(Role.ANALYST)
    for hidden in (page, "/indicators/of/pets/", "/indicators/of/pets/cases/"):
        assert analyst.get(hidden).status_code == 404
    for shown in ("/indicators/", "/indicators/of/IND-20/"):
        text = words_of(analyst.get(shown).content)
        assert "питом" not in text and "pets" not in text


def test_the_list_is_to_be_had_as_a_workbook(two_closed: list[Case]) -> None:
    content = signed_in(Role.ANALYST).get("/indicators/?as=xlsx").content
    rows = [[cell.value for cell in row] for sheet in load_workbook(io.BytesIO(content)) for row in sheet.rows]
    (kept_family,) = (row for row in rows if row[0] == "IND-20")
    assert kept_family[2:6] == ["100 %", 1, 1, 1]
    assert JournalEntry.objects.filter(verb="audit.list_exported").exists()


def test_a_methodologist_sees_whom_an_indicator_counts_before_it_is_published(two_closed: list[Case]) -> None:
    """Under codes, part by part, over the days of its rule; who looked stands in the journal."""
    client = signed_in(Role.METHODOLOGIST)
    sent = {"measure": "IND-20", "title": "Дети дома", "code": "own-1", "period_rule": "ever", "about": "", "split": ""}
    text = words_of(client.get("/indicators/new/", sent).content)
    assert f"по {today():%d.%m.%Y} 100 %" in text, "the days of its rule stand at the figure"
    numerator, unknown = text.split("В числителе: 1")[1].split("Неизвестно: 1", 1)
    assert "17/2026 И3" in numerator and "18/2026" in unknown and "17/2026" not in unknown
    assert JournalEntry.objects.filter(verb="indicators.cases_read").count() == 1
    assert not IndicatorVersion.objects.exists()
    far = words_of(client.get("/indicators/new/", sent | {"period_rule": "month"}).content)
    assert "17/2026" not in far or today().day > 30
    assert "Свой показатель" in far and "С первого января" in far


def test_whoever_writes_the_practice_without_reading_figures_sees_no_case(two_closed: list[Case]) -> None:
    sent = {"measure": "IND-20", "title": "Дети дома", "code": "own-1", "about": "", "split": ""}
    text = words_of(signed_in(Role.ADMINISTRATOR).get("/indicators/new/", sent).content)
    assert "17/2026" not in text and not JournalEntry.objects.filter(verb="indicators.cases_read").exists()


def test_figures_are_looked_at_as_of_an_earlier_day(two_closed: list[Case]) -> None:
    """Before the two cases were closed nobody could be counted; a day that has not come is no day to look from."""
    client = signed_in(Role.ANALYST)
    earlier, later = today() - timedelta(days=60), today() + timedelta(days=5)
    now = words_of(client.get("/indicators/of/IND-20/").content)
    then = words_of(client.get("/indicators/of/IND-20/", {"as_of": earlier.isoformat()}).content)
    assert "1 из 1; неизвестно: 1" in now and "на день" not in now.split("Как это посчитано")[0].split("На день")[-1]
    assert "1 из 1" not in then and "В этом периоде считать некого." in then
    assert f"на день {earlier:%d.%m.%Y}" in then
    assert f"на день {earlier:%d.%m.%Y}" in words_of(
        client.get("/indicators/of/IND-20/cases/", {"as_of": earlier.isoformat()}).content
    )
    listed = words_of(client.get("/indicators/", {"as_of": earlier.isoformat(), "q": "IND-20"}).content)
    assert "1 из 1" not in listed and f"на день {earlier:%d.%m.%Y}" in listed
    assert "Этот день ещё не наступил" in words_of(client.get("/indicators/", {"as_of": later.isoformat()}).content)
