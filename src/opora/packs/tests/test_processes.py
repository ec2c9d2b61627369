"""The process of a practice is checked with its other files and published with them."""

import shutil

import pytest
from django.db import connection

from opora.access.models import Department
from opora.access.rules import SYSTEM
from opora.common.tests.each import each
from opora.instruments.models import InstrumentVersion
from opora.packs.actions import PracticeInvalid, publish_practice
from opora.packs.queries import asked_for_practices, check_practice, explain, offered_practices, shipped_practices
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of, version_for
from opora.programs.models import PracticeVersion, Program

S3 = shipped_practices()["support_and_shelter"]
S4 = shipped_practices()["family_help"]


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped practice that a test may spoil."""
    return shutil.copytree(S3, tmp_path / "practice")


def spoil(folder, right, wrong):
    path = folder / "process.toml"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")


def said(folder):
    reading = check_practice(folder=folder)
    assert reading.practice is None
    return explain(reading.findings)


def test_four_practices_ship_each_with_its_process():
    readings = [check_practice(folder=folder) for folder in shipped_practices().values()]
    assert {one.practice.process["code"] for one in readings} == {
        "family_help",
        "crisis_department",
        "mama_ryadom",
        "support_and_shelter",
    }


def test_only_one_practice_comes_unasked():
    assert list(offered_practices()) == ["support_and_shelter"]


@pytest.mark.django_db
def test_what_a_release_adds_comes_to_practices_that_were_asked_for(tmp_path):
    assert asked_for_practices() == {}
    own = shutil.copytree(shipped_practices()["mama_ryadom"], tmp_path / "own")
    head = own / "practice.toml"
    head.write_text(head.read_text("utf-8").replace('name.ru = "Мама рядом"', 'name.ru = "Наша мама рядом"'), "utf-8")
    publish_practice(actor=SYSTEM, folder=own)
    publish_practice(actor=SYSTEM, folder=S4)
    assert asked_for_practices() == {}
    for code in ("family_help", "mama_ryadom"):
        as_kept_before_models(code)
    # Written by the organization under the same code, the other is its own.
    assert list(asked_for_practices()) == ["family_help"]
    publish_practice(actor=SYSTEM, folder=asked_for_practices()["family_help"], is_offered=True)
    assert asked_for_practices() == {}
    assert PracticeVersion.objects.filter(code="family_help").count() == 2
    assert Program.objects.get(code="mama_ryadom").name == "Наша мама рядом"


def as_kept_before_models(code):
    """A version as it was kept before practices had logic models."""
    version = PracticeVersion.objects.get(code=code)
    kept = {name: value for name, value in version.content.items() if name != "models"}
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programs_practiceversion DISABLE TRIGGER USER")
        PracticeVersion.objects.filter(pk=version.pk).update(content=kept, sha256="of before")
        cursor.execute("ALTER TABLE programs_practiceversion ENABLE TRIGGER USER")


@pytest.mark.django_db
def test_publishing_a_practice_puts_its_process_in_force_for_its_programs():
    publish_practice(actor=SYSTEM, folder=S3)
    for program in each(Program.objects.all()):
        assert definition_of(version_for(program)).case_start == "contract"


@pytest.mark.django_db
def test_publishing_twice_brings_no_second_version_of_the_process(folder):
    publish_practice(actor=SYSTEM, folder=folder)
    publish_practice(actor=SYSTEM, folder=folder)
    assert RouteVersion.objects.count() == 1
    spoil(folder, "days = 14", "days = 21")
    publish_practice(actor=SYSTEM, folder=folder)
    assert list(RouteVersion.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert PracticeVersion.objects.count() == 2


@pytest.mark.django_db
def test_a_practice_asked_for_uses_the_form_that_is_already_here():
    publish_practice(actor=SYSTEM, folder=S3)
    publish_practice(actor=SYSTEM, folder=S4)
    assert Program.objects.get(code="family_help").instrument_code == "efo"
    assert Department.objects.filter(name="Помощь семьям").exists()


@pytest.mark.django_db
def test_a_shipped_form_comes_with_the_first_practice_that_uses_it():
    publish_practice(actor=SYSTEM, folder=S4)
    publish_practice(actor=SYSTEM, folder=S3)
    assert InstrumentVersion.objects.filter(instrument__code="efo").count() == 1


MISTAKES = [
    ("a typing mistake in a target", 'to = "contract"', 'to = "contrct"', "contrct"),
    ("an unknown role", 'role = "board"', 'role = "bord"', "bord"),
    ("a missing row", "adult_agrees = false }, then", "adult_agrees = true }, then", "adult_agrees = false"),
    ("a program of somebody else", '"crisis_center"]', '"crisis_centre"]', "crisis_centre"),
    ("no program", 'programs = ["comprehensive_support", "crisis_center"]', "programs = []", ""),
    ("a misspelled word", "case_start", "case_begin", "case_begin"),
    ("a broken file", 'code = "', "code = ", "process.toml:5"),
]


@pytest.mark.parametrize(("right", "wrong", "name"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_planted_mistake_is_named(folder, right, wrong, name):
    spoil(folder, right, wrong)
    assert any(name in sentence and sentence.startswith("process.toml") for sentence in said(folder))


def test_a_mistake_names_the_line_of_its_part(folder):
    spoil(folder, 'role = "board"', 'role = "bord"')
    lines = (folder / "process.toml").read_text("utf-8").splitlines()
    assert said(folder)[0].startswith(f"process.toml:{lines.index('[stages.vote]') + 1},")
    spoil(folder, 'role = "bord"', 'role = "board"')
    spoil(folder, 'to = "contract", kind', 'to = "contrct", kind')
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("vote_open ="))
    assert said(folder)[0].startswith(f"process.toml:{line},")


@pytest.mark.django_db
def test_a_spoiled_process_leaves_nothing_published(folder):
    spoil(folder, 'role = "board"', 'role = "bord"')
    with pytest.raises(PracticeInvalid, match="bord"):
        publish_practice(actor=SYSTEM, folder=folder)
    assert not Program.objects.exists()
