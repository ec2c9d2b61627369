"""The map of «Помощь семьям в сложной жизненной ситуации» holds every shape of the source, each where it belongs."""

import xml.etree.ElementTree as ET

import pytest

from opora.pictures.map_marks import SIGNS
from opora.pictures.process_map import process_map, signs_of
from opora.web.process.mapping import notes_of, picture_of, signs_in_words
from opora.web.process.tests.shipped import SHIPPED, definition

S4 = "family_help"
# Which stages each assumption of the source speaks of (S4-33…40).
HANG = {
    "S4-33": {"contact"},
    "S4-34": {"assess", "reassess"},
    "S4-35": {"visit", "assess"},
    "S4-36": {"plan"},
    "S4-37": {"services"},
    "S4-38": {"services"},
    "S4-39": {"closing"},
    "S4-40": {"contact"},
}


def test_every_assumption_hangs_on_its_stages() -> None:
    process = definition(S4)
    sources = [one.source for one in process.assumptions.values()]
    notes = notes_of(picture_of(process))
    assert sources == list(HANG)
    assert {source: {place.key for place in note.places} for source, note in zip(sources, notes, strict=True)} == HANG
    assert [note.text for note in notes] == [one.title.ru for one in process.assumptions.values()]


def test_all_seven_signs_occur_and_are_explained() -> None:
    picture = picture_of(definition(S4))
    assert signs_of(picture) == SIGNS
    assert len({str(words) for _drawn, words in signs_in_words(picture)}) == 7


def test_the_vote_is_a_decision_services_lead_to_another_scheme_and_closing_to_results() -> None:
    picture = picture_of(definition(S4))
    assert {stage.key: stage.shape for stage in picture.stages if stage.shape} == {
        "vote": "decision",
        "council": "decision",
        "services": "link",
    }
    results = {stage.key for stage in picture.stages if stage.kind == "result"}
    assert {(arrow.source, arrow.target) for arrow in picture.arrows if arrow.target in results} == {
        ("closed", "safe_at_home"),
        ("closed", "better_life"),
    }


def test_the_five_documents_of_the_source_stand_where_they_are_used() -> None:
    used = {stage.key: set(stage.papers) for stage in picture_of(definition(S4)).stages}
    assert "База контактов партнёров" in used["referral"]
    assert "Отчёт о первичном визите" in used["visit"]
    assert {"Аналитический отчёт", "Форма оценки рисков и ресурсов"} <= used["assess"]
    assert "Критерии нуждаемости" in used["signal"] & used["assess"] & used["vote"]
    assert "Форма оценки рисков и ресурсов" in used["reassess"]


@pytest.mark.parametrize("code", SHIPPED)
def test_every_place_of_every_process_is_drawn_once_with_its_whole_name(code: str) -> None:
    process = definition(code)
    svg = ET.fromstring(process_map(picture_of(process)))
    drawn = [node.get("data-key") for node in svg.iter() if node.get("data-key")]
    assert sorted(map(str, drawn)) == sorted([*process.stages, *process.exits, *process.results])
    assert not [node.text for node in svg.iter("{http://www.w3.org/2000/svg}text") if "…" in (node.text or "")]
