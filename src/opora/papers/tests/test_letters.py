"""Letters from Word templates: numbered, filled, signed; templates are checked before they are taken."""

import io
import time
import zipfile

import pytest
from django.utils.translation import override
from docx import Document

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import scene, worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, Refused
from opora.demo.rules.organization import DETAILS
from opora.families.actions import seal_identities
from opora.families.rules import Identity
from opora.organization.actions import keep_details
from opora.papers import actions, queries
from opora.papers.actions import contents
from opora.papers.models import Consent, Letter, LetterTemplate
from opora.papers.queries.letters import ask_unsigned
from opora.papers.rules.letters import LARGEST_UNPACKED, BadTemplate, check, fill
from opora.papers.tests.factories import PDF, colleague, path_of_family
from opora.plans.tests.factories import make_walk
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db

NAME = "Вымышленная"
ADDRESS = "Дом <5> & двор"


def written(kind: str = "support", purpose: str = "") -> tuple[Letter, Route]:
    route, home = path_of_family()
    letter = actions.write_letter(
        actor=colleague(), route_id=route.pk, kind=kind, person_id=home.client.pk, purpose=purpose, on=BEGAN
    )
    return letter, route


def words_of(letter: Letter) -> str:
    content = actions.open_file(actor=SYSTEM, file_id=letter.file_id).content
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def word_file(*paragraphs: str) -> bytes:
    document, kept = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["application", "stay", "support"])
def test_every_letter_fills_and_becomes_a_paper_only_when_signed(kind: str) -> None:
    letter, route = written(kind)
    assert f"№ {letter.number}" in words_of(letter) and "{" not in words_of(letter)
    assert not Paper.objects.filter(route=route).exists()
    actions.sign_letter(actor=colleague(), letter_id=letter.pk, on=BEGAN)
    assert Paper.objects.get(route=route).kind == ("application" if kind == "application" else "contract")
    with pytest.raises(Conflict):
        actions.sign_letter(actor=colleague(), letter_id=letter.pk, on=BEGAN)


def test_the_same_number_is_never_given_twice() -> None:
    letters = [written()[0] for _time in range(4)]
    assert len({letter.number for letter in letters}) == 4


@pytest.mark.parametrize("purpose", Consent.Purpose.values)
def test_each_purpose_has_its_own_consent(purpose: str) -> None:
    route, home = path_of_family()
    person = home.children[0] if purpose == "processing_child" else home.client
    letter = actions.write_letter(
        actor=colleague(), route_id=route.pk, kind="consent", person_id=person.pk, purpose=purpose, on=BEGAN
    )
    assert "{" not in words_of(letter)
    actions.sign_letter(actor=colleague(), letter_id=letter.pk, on=BEGAN)
    consent = Consent.objects.get()
    assert (consent.purpose, consent.number) == (purpose, letter.number)


def test_a_name_stands_in_the_letter_and_never_in_the_open_on_disk() -> None:
    place = scene()
    seal_identities(actor=SYSTEM, identities={place.home.client.pk: Identity(surname=NAME, addresses=(ADDRESS,))})
    route, _home = path_of_family()
    Route.objects.filter(pk=route.pk).update(
        case=place.case, family=place.home.family, department=place.department, program=place.program
    )
    letter = actions.write_letter(
        actor=place.case_manager, route_id=route.pk, kind="support", person_id=place.home.client.pk, on=BEGAN
    )
    assert NAME in words_of(letter) and ADDRESS in words_of(letter)
    assert NAME.encode() not in contents.read(letter.file.place)


def test_an_application_written_before_there_is_a_case_bears_the_name() -> None:
    route, home = path_of_family()
    seal_identities(actor=SYSTEM, identities={home.client.pk: Identity(surname=NAME, addresses=(ADDRESS,))})
    letter = actions.write_letter(
        actor=colleague(), route_id=route.pk, kind="application", person_id=home.client.pk, on=BEGAN
    )
    assert NAME in words_of(letter)


def test_a_template_of_the_organization_replaces_the_shipped_one() -> None:
    head = worker(Role.HEAD)
    actions.add_template(actor=head, kind="support", data=word_file("Наш договор {{ number }}"))
    letter, _route = written()
    assert words_of(letter) == f"Наш договор {letter.number}"
    assert letter.template is not None and letter.template.number == 1
    actions.add_template(actor=head, kind="support", data=word_file("Новый договор {{ number }}"))
    assert LetterTemplate.objects.filter(kind="support").count() == 2
    assert "Новый" in words_of(written()[0])


@pytest.mark.parametrize(
    "text",
    [
        "{{ salary }}",
        "{{ number",
        "{{ person.__class__.__mro__ }}",
        "{% for x in y %}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
    ],
)
def test_a_template_that_does_not_fill_is_not_taken(text: str) -> None:
    with pytest.raises(Invalid):
        actions.add_template(actor=worker(Role.HEAD), kind="support", data=word_file(text))
    assert queries.current_template("support") is None


def test_a_template_is_a_word_file_given_by_those_who_run_the_practice() -> None:
    with pytest.raises(Invalid):
        actions.add_template(actor=worker(Role.HEAD), kind="support", data=PDF)
    with pytest.raises(Refused):
        actions.add_template(actor=colleague(), kind="support", data=word_file("{{ number }}"))


@pytest.mark.parametrize("kind", ["application", "stay", "support", "consent"])
def test_every_shipped_template_bears_the_organization(kind: str) -> None:
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    letter, _route = written(kind, purpose="processing" if kind == "consent" else "")
    assert DETAILS["name"] in words_of(letter)
    assert queries.missing_details(kind, None) == []


def test_what_is_not_told_yet_is_a_line_to_write_on_and_is_named() -> None:
    keep_details(actor=SYSTEM, revision=0, given={**DETAILS, "inn": "", "hours": "", "signatory_name": ""})
    letter, _route = written("support")
    assert "ИНН ____________________" in words_of(letter)
    with override("ru"):
        # The hours are missing too, but this letter does not ask for them.
        assert queries.missing_details("support", None) == ["ИНН", "имя подписывающего"]


def test_a_template_that_asks_for_an_unknown_detail_is_not_taken() -> None:
    with pytest.raises(Invalid) as refusal:
        actions.add_template(actor=worker(Role.HEAD), kind="support", data=word_file("{{ organization.motto }}"))
    assert "motto" in str(refusal.value)


def test_a_letter_written_by_mistake_waits_for_nobody_and_its_number_is_gone() -> None:
    walk = make_walk()
    letter = actions.write_letter(
        actor=walk.manager, route_id=walk.route.pk, kind="application", person_id=walk.home.client.pk, on=today()
    )
    actions.void_letter(actor=walk.manager, letter_id=letter.pk, reason="Не та семья", on=today())
    assert ask_unsigned(walk.route).answer() == []
    again = actions.write_letter(
        actor=walk.manager, route_id=walk.route.pk, kind="application", person_id=walk.home.client.pk, on=today()
    )
    assert again.number != letter.number
    actions.sign_letter(actor=walk.manager, letter_id=again.pk, on=today())
    with pytest.raises(Conflict):
        actions.void_letter(actor=walk.manager, letter_id=again.pk, reason="Поздно", on=today())


def refused(*paragraphs: str, kind: str = "support") -> list[str]:
    with override("en"), pytest.raises(Invalid) as refusal:
        actions.add_template(actor=worker(Role.HEAD), kind=kind, data=word_file(*paragraphs))
    return str(refusal.value).split("\n")


def test_brackets_parted_by_a_space_are_a_fault_and_not_printed_as_text() -> None:
    (sentence,) = refused("Договор {{ number }}", "Ребёнок: { { child } }")
    assert "Ребёнок: { { child } }" in sentence


@pytest.mark.parametrize("tag", ["{{ “number” }}", "{{ 'person.name' }}", '{{ "" }}', "{{ 5 }}"])
def test_a_field_in_quotes_is_a_fault_and_not_printed_as_its_own_name(tag: str) -> None:
    (sentence,) = refused("Договор {{ number }}", f"Номер: {tag}")
    assert f"Номер: {tag}" in sentence


def test_every_fault_is_told_at_once_and_names_its_paragraph() -> None:
    told = refused(
        "Мама {{ person.nome }}",
        "Оклад {{ salary }}",
        "Всё хорошо {{ number }}",
        "Дети: {% for child in children %}{{ child.name }} {{ child.nickname }}{% endfor %}",
        "Если {% if purpose == 'processing' %}",
        "Скобка {{ number }",
        "Пусто {{ }}",
        "Конец {% endfor %}",
    )
    assert [sentence.split("“")[1].split("”")[0][:5].strip() for sentence in told] == [
        "Мама", "Оклад", "Дети:", "Скобк", "Пусто", "Конец", "Если",
    ]  # fmt: skip
    assert ["nome" in told[0], "salary" in told[1], "nickname" in told[2]] == [True] * 3


def test_a_fault_in_a_table_or_above_the_page_is_named_too() -> None:
    document, kept = Document(), io.BytesIO()
    document.add_table(1, 1).rows[0].cells[0].text = "Ячейка {{ cell }}"
    document.sections[0].header.paragraphs[0].text = "Шапка {{ head }}"
    document.save(kept)
    with pytest.raises(Invalid) as refusal:
        actions.add_template(actor=worker(Role.HEAD), kind="support", data=kept.getvalue())
    assert "Ячейка" in str(refusal.value) and "Шапка" in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 9**9**9 }}",
        "{{ 'x' * 999999999 }}",
        "{% for a in range(99999) %}{% endfor %}",
        "{% for a in children %}{% for b in children %}{% for c in children %}{% endfor %}{% endfor %}{% endfor %}",
        "{{ number.join(children) }}",
        "{{ lipsum() }}",
        "{{ number|pprint }}",
        "{% set x = number %}",
        "{% include 'x' %}",
        "{{ number | center(999999999) }}",
    ],
)
def test_what_would_take_long_is_refused_without_being_tried(text: str) -> None:
    began = time.monotonic()
    assert refused(f"Текст {text}")
    assert time.monotonic() - began < 5


def test_a_file_that_unfolds_to_very_much_is_refused() -> None:
    kept = io.BytesIO(word_file("{{ number }}"))
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image.bin", bytes(LARGEST_UNPACKED))
    assert len(kept.getvalue()) < 100_000
    with pytest.raises(Invalid):
        actions.add_template(actor=worker(Role.HEAD), kind="support", data=kept.getvalue())
    with pytest.raises(BadTemplate):
        fill(kept.getvalue(), {"number": "1"})


def test_filling_stops_when_it_becomes_too_large_or_takes_too_long() -> None:
    twice = "{% for a in children %}{% for b in children %}{{ a.name }}{% endfor %}{% endfor %}"
    many = {"children": [{"name": "Имя " * 50}] * 400}
    with pytest.raises(BadTemplate):
        fill(word_file(twice), many)
    assert fill(word_file("{{ number }}"), {"number": "1"})
    with pytest.raises(BadTemplate):
        fill(word_file("{{ number }}"), {"number": "1"}, seconds=0)


@pytest.mark.parametrize("kind", LetterTemplate.Kind.values)
def test_shipped_templates_pass_the_check_they_ask_of_others(kind: str) -> None:
    check(queries.template_bytes(kind, None), tuple(Consent.Purpose.values))
