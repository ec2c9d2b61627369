"""A practice folder is published whole and once, or refused with every mistake named."""

import re
import shutil
from dataclasses import fields

import pytest
from django.db import connection

from opora.access.models import Department
from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.cases.rules.numbers import format_number
from opora.common.bilingual import Text
from opora.common.errors import Refused
from opora.instruments.models import InstrumentVersion
from opora.instruments.queries import definition_of, newest_version
from opora.packs.actions import PracticeInvalid, publish_practice
from opora.packs.queries import check_practice, explain, shipped_practices
from opora.packs.rules import DepartmentPlan, OutcomePlan, Practice, ProgramPlan
from opora.programs.models import PracticeVersion, Program

S3 = shipped_practices()["support_and_shelter"]


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped practice that a test may spoil."""
    return shutil.copytree(S3, tmp_path / "practice")


def spoil(folder, name, right, wrong):
    path = folder / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")


def said(folder):
    reading = check_practice(folder=folder)
    assert reading.practice is None
    return explain(reading.findings)


@pytest.mark.parametrize("folder", shipped_practices().values(), ids=shipped_practices())
def test_shipped_practices_have_nothing_to_mend(folder):
    reading = check_practice(folder=folder)
    assert reading.findings == ()
    assert reading.practice is not None


def test_the_basic_form_is_eight_sections_of_six_items():
    (form,) = check_practice(folder=S3).practice.instruments
    assert [len(section.items) for section in form.sections] == [6] * 8
    assert [item.position for item in form.items] == list(range(48))
    assert [item.code for item in form.items] == [f"{s}.{n}" for s in range(1, 9) for n in range(1, 7)]
    assert [item.code for item in form.items if item.safety] == ["2.3", "2.4", "2.5", "2.6", "6.6", "8.3", "8.5"]
    assert all(item.weak_if and len(item.anchors) == 4 for item in form.items)
    assert form.title.ru == "ЕФО (базовая форма Опоры)"


def test_case_numbers_follow_the_registers():
    home, shelter = check_practice(folder=S3).practice.departments
    assert format_number(home.number_pattern, 17, 2021) == "17/2021лд"
    assert format_number(shelter.number_pattern, 3, 2021) == "3"


@pytest.mark.django_db
def test_publishing_brings_departments_programs_and_the_form():
    publish_practice(actor=SYSTEM, folder=S3)
    assert set(Department.objects.values_list("name", "number_pattern")) == {
        ("1 ЕФО МР", "{n}/{year}лд"),
        ("1 ЕФО КЦ", "{n}"),
    }
    assert list(Program.objects.values_list("name", "layout", "instrument_code")) == [
        ("Комплексное сопровождение", "support", "efo"),
        ("Кризисный центр", "shelter", "efo"),
    ]
    assert Program.objects.first().labels == {"case_manager": "куратор"}
    assert definition_of(newest_version(actor=SYSTEM, code="efo")).width == 48


@pytest.mark.django_db
def test_publishing_twice_changes_nothing():
    first = publish_practice(actor=SYSTEM, folder=S3)
    entries = JournalEntry.objects.count()
    second = publish_practice(actor=SYSTEM, folder=S3)
    assert second.version == first.version
    assert (InstrumentVersion.objects.count(), PracticeVersion.objects.count()) == (1, 1)
    assert JournalEntry.objects.count() == entries


@pytest.mark.django_db
def test_a_department_keeps_the_numbering_chosen_for_it():
    publish_practice(actor=SYSTEM, folder=S3)
    Department.objects.filter(name="1 ЕФО КЦ").update(number_pattern="КЦ-{n}")
    publish_practice(actor=SYSTEM, folder=S3)
    assert Department.objects.get(name="1 ЕФО КЦ").number_pattern == "КЦ-{n}"


@pytest.mark.django_db
def test_a_form_reworded_under_the_same_version_is_refused_and_nothing_changes(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    spoil(folder, "instruments/efo.toml", "Занятость родителя", "Занятость и труд родителя")
    spoil(folder, "practice.toml", 'name.ru = "Кризисный центр"', 'name.ru = "Убежище"')
    with pytest.raises(Exception, match="version = 2"):
        publish_practice(actor=SYSTEM, folder=folder)
    assert Program.objects.filter(name="Кризисный центр").exists()


@pytest.mark.django_db
def test_a_reworded_form_becomes_version_two(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    spoil(folder, "instruments/efo.toml", "Занятость родителя", "Занятость и труд родителя")
    spoil(folder, "instruments/efo.toml", "version = 1", "version = 2")
    publish_practice(actor=SYSTEM, folder=folder)
    assert list(InstrumentVersion.objects.values_list("number", flat=True).order_by("number")) == [1, 2]
    assert PracticeVersion.objects.count() == 2


@pytest.mark.django_db
def test_the_shipped_practice_does_not_push_out_what_the_organization_made_of_it(folder):
    publish_practice(actor=SYSTEM, folder=S3)
    spoil(folder, "practice.toml", 'case_manager = "куратор"', 'case_manager = "ведущий"')
    publish_practice(actor=SYSTEM, folder=folder)
    publish_practice(actor=SYSTEM, folder=S3)
    assert Program.objects.first().labels == {"case_manager": "ведущий"}
    assert PracticeVersion.objects.count() == 2


def _names_in(data):
    if isinstance(data, dict):
        return set(data) | {name for value in data.values() for name in _names_in(value)}
    return {name for value in data for name in _names_in(value)} if isinstance(data, list) else set()


@pytest.mark.parametrize("part", [Practice, DepartmentPlan, ProgramPlan, OutcomePlan, Text])
def test_a_published_version_holds_every_field_of_the_practice(part):
    kept = _names_in(check_practice(folder=S3).practice.to_data({"efo": "mark"}))
    left_out = {one.name for one in fields(part)} - kept
    assert left_out == ({"files"} if part is Practice else set())


def test_a_result_of_goals_has_a_short_code_that_stands_once(folder):
    path = folder / "practice.toml"
    path.write_text(
        path.read_text("utf-8") + '\n[[outcome]]\ncode = "m1"\ntitle.ru = "Ещё раз"\ntitle.en = "Again"\n', "utf-8"
    )
    (sentence,) = said(folder)
    assert "m1" in sentence
    spoil(folder, "practice.toml", 'code = "m2"', 'code = "much_too_long"')
    assert len(said(folder)) == 2


@pytest.mark.django_db
def test_another_term_of_assessments_is_another_version(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    spoil(folder, "practice.toml", 'instrument = "efo"', 'instrument = "efo"\nreview_months = 6')
    version = publish_practice(actor=SYSTEM, folder=folder).version
    assert version.number == 2
    assert version.content["programs"][0]["review_months"] == 6
    assert Program.objects.first().review_months == 6


@pytest.mark.django_db
@pytest.mark.parametrize("since", ["models", "catalogue", "terms"])
def test_a_version_kept_before_something_was_added_is_still_known_as_what_it_was(folder, since):
    """Before, less was kept: the shipped folder must not come back over what the organization made since."""
    first = publish_practice(actor=SYSTEM, folder=S3).version
    spoil(folder, "practice.toml", 'case_manager = "куратор"', 'case_manager = "ведущий"')
    own = publish_practice(actor=SYSTEM, folder=folder).version
    kept = {
        name: value
        for name, value in first.content.items()
        if name not in {"on_request", "outcomes", "catalogue", "models"}
    }
    for program in kept["programs"]:
        del program["review_months"]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programs_practiceversion DISABLE TRIGGER USER")
        PracticeVersion.objects.filter(pk=first.pk).update(content=kept)
        cursor.execute("ALTER TABLE programs_practiceversion ENABLE TRIGGER USER")
    assert publish_practice(actor=SYSTEM, folder=S3).version == own


@pytest.mark.django_db
def test_a_check_holds_forms_against_what_is_published(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    assert check_practice(folder=folder, against_published=True).findings == ()
    spoil(folder, "instruments/efo.toml", "position = 2\n", "position = 77\n")
    spoil(folder, "instruments/efo.toml", "version = 1", "version = 2")
    assert check_practice(folder=folder).practice is not None
    (sentence,) = explain(check_practice(folder=folder, against_published=True).findings)
    assert "position = 2" in sentence
    assert sentence.startswith("instruments/efo.toml:")


@pytest.mark.django_db
def test_a_form_whose_author_vouches_for_its_meaning_is_published_once(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    right = 'code = "1.3"\nposition = 2\nlevel = "caregiver"\ntext.ru = "Занятость родителя"'
    wrong = 'code = "1.3"\nposition = 2\nlevel = "caregiver"\nreworded = true\ntext.ru = "Труд и заработок взрослых"'
    spoil(folder, "instruments/efo.toml", right, wrong)
    spoil(folder, "instruments/efo.toml", "version = 1", "version = 2")
    publish_practice(actor=SYSTEM, folder=folder)
    publish_practice(actor=SYSTEM, folder=folder)
    assert InstrumentVersion.objects.count() == 2


@pytest.mark.django_db
def test_only_who_keeps_the_practice_publishes():
    nobody = Actor(user_id=1, name="А", grants=frozenset({("specialist", None)}))
    with pytest.raises(Refused):
        publish_practice(actor=nobody, folder=S3)


@pytest.mark.django_db
def test_a_spoiled_practice_is_refused_with_every_mistake(folder):
    spoil(folder, "practice.toml", 'layout = "support"', 'layout = "supprt"')
    spoil(folder, "instruments/efo.toml", 'level = "family"', 'level = "famly"')
    with pytest.raises(PracticeInvalid) as caught:
        publish_practice(actor=SYSTEM, folder=folder)
    assert len(caught.value.findings) == 2
    assert not Program.objects.exists()


MISTAKES = [
    ("an unknown department", 'departments = ["crisis_center"]', 'departments = ["kc"]', "kc"),
    ("an unknown form", 'instrument = "efo"', 'instrument = "cans"', "cans"),
    ("a pattern without a number", "{n}/{year}лд", "{year}лд", "{year}лд"),
    ("a department twice", 'name = "1 ЕФО КЦ"', 'name = "1 ЕФО МР"', "1 ЕФО МР"),
    ("a program twice", 'code = "comprehensive_support"', 'code = "crisis_center"', "crisis_center"),
    ("a misspelled role", "case_manager =", "case_manger =", "case_manager"),
    ("no department", 'departments = ["crisis_center"]', "", "departments"),
    ("a broken file", 'title.ru = "', "title.ru = ", "practice.toml:6"),
]


@pytest.mark.parametrize(("right", "wrong", "name"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_planted_mistake_is_named(folder, right, wrong, name):
    spoil(folder, "practice.toml", right, wrong)
    assert any(name in sentence and sentence.startswith("practice.toml") for sentence in said(folder))


def test_a_mistake_in_a_program_names_its_own_line(folder):
    """The department may bear the same code as the program."""
    spoil(folder, "practice.toml", 'departments = ["crisis_center"]', 'departments = ["crisis_centr"]')
    lines = (folder / "practice.toml").read_text("utf-8").splitlines()
    line = next(n for n in range(len(lines), 0, -1) if lines[n - 1] == 'code = "crisis_center"')
    assert any(text.startswith(f"practice.toml:{line},") for text in said(folder)), said(folder)


def test_an_empty_folder_and_a_file_that_is_no_text_are_told_calmly(tmp_path, folder):
    assert said(tmp_path / "nowhere")[0].startswith("practice.toml")
    (folder / "instruments" / "efo.toml").write_bytes(b"\xff\xfe\x00")
    assert "instruments/efo.toml" in said(folder)[0]


def test_a_file_in_another_encoding_is_told_once(folder):
    """The folder of a Windows user: nothing is called missing that lies there."""
    for name in ("practice.toml", "instruments/efo.toml"):
        path = folder / name
        path.write_bytes(path.read_text("utf-8").encode("windows-1251", "replace"))
        sentences = said(folder)
        assert [sentence.split(":")[0] for sentence in sentences].count(name) == 1, sentences
        assert all("UTF-8" in sentence for sentence in sentences), sentences


def test_a_fault_of_the_process_hides_no_fault_of_a_program(folder):
    spoil(folder, "process.toml", "days = 14", "days = -14")
    spoil(folder, "process.toml", '"crisis_center"]', '"crisis_centre"]')
    spoil(folder, "practice.toml", 'instrument = "efo"', 'instrument = "cans"')
    sentences = said(folder)
    assert len(sentences) == 3
    assert all(any(name in one for one in sentences) for name in ("days", "crisis_centre", "cans"))


@pytest.mark.django_db
def test_a_fault_of_the_folder_hides_no_fault_against_what_is_published(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    spoil(folder, "instruments/efo.toml", "position = 2\n", "position = 77\n")
    spoil(folder, "instruments/efo.toml", "version = 1", "version = 2")
    spoil(folder, "practice.toml", 'layout = "support"', 'layout = "supprt"')
    told = explain(check_practice(folder=folder, against_published=True).findings)
    assert any("position = 2" in one for one in told)
    assert any("supprt" in one for one in told)


@pytest.mark.parametrize("code", sorted(shipped_practices()))
def test_a_process_calls_a_visit_to_a_family_by_another_word_than_leaving_a_centre(code):
    """«Визит» is ours to the family, «выезд» is the family's out of the centre where it lived."""
    text = (shipped_practices()[code] / "process.toml").read_text("utf-8")
    steps = [line for line in text.lower().splitlines() if re.search(r"выезд(?!н)|выех", line)]
    of_leaving = [line for line in steps if "leav" in line or "left" in line or line.startswith("#")]
    assert steps == of_leaving
