"""The seven signs of the map: each place has the outline of its kind, carries its marks, and is explained."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from opora.pictures.map_marks import SIGNS
from opora.pictures.map_routing import BOX_HIGH, BOX_WIDE, corner
from opora.pictures.process_map import MapStage, key_sign, process_map, signs_of
from opora.pictures.tests.maps import STAGES, picture

S = "{http://www.w3.org/2000/svg}"
ALL = (
    *STAGES,
    MapStage("vote", "Голосование", "Совет", (0, 2), shape="decision"),
    MapStage("chain", "Услуги", "Кейс-менеджер", (1, 2), shape="link", notes=(3,)),
    MapStage("result", "Ребёнок в безопасности", "", (2, 2), kind="result"),
)


def drawn(*stages: MapStage) -> ET.Element:
    return ET.fromstring(process_map(picture(stages or ALL)))


def place(svg: ET.Element, key: str) -> ET.Element:
    return next(node for node in svg.iter(f"{S}g") if node.get("data-key") == key)


def test_only_signs_that_occur_are_explained() -> None:
    assert signs_of(picture(ALL)) == SIGNS
    assert signs_of(picture(STAGES)) == ("action", "exit", "paper", "note")


def test_a_decision_is_pointed_a_link_barred_a_result_framed() -> None:
    svg = drawn()
    assert place(svg, "vote").find(f"{S}polygon") is not None
    assert place(svg, "chain").find(f"{S}path[@class='bars']") is not None
    assert place(svg, "result").find(f"{S}rect[@class='frame']") is not None
    assert place(svg, "signal").find(f"{S}polygon") is None


def test_papers_are_counted_and_notes_numbered_inside_the_place() -> None:
    work = place(drawn(), "work")
    marked = [node for node in work.iter(f"{S}text") if node.get("class") == "mark-count"]
    assert sorted(node.text or "" for node in marked) == ["1", "2", "2"]
    left, top = corner((2, 1))
    for node in marked:
        assert left < float(node.get("x", "0")) < left + BOX_WIDE
        assert top < float(node.get("y", "0")) < top + BOX_HIGH


def test_words_never_reach_the_marks() -> None:
    full = replace(
        STAGES[3],
        title="Экспертная оценка рисков, ресурсов и потребностей семьи с детьми",
        role="Специалист выездной службы и координатор приёма сигналов",
        median_days=12.5,
    )
    work = place(drawn(full), "work")
    lines = [node for node in work.iter(f"{S}text") if node.get("class") in {"name", "under"}]
    marked = [node for node in work.iter(f"{S}text") if node.get("class") == "mark-count"]
    assert len(lines) >= 5
    assert max(float(node.get("y", "0")) for node in lines) < min(float(node.get("y", "0")) for node in marked) - 8


def test_who_does_not_see_hears_papers_and_notes() -> None:
    title = place(drawn(), "work").find(f"{S}title")
    assert title is not None
    assert (title.text or "").endswith("документы: План, Отчёт · допущения: 1, 2")


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_the_key_is_a_picture_that_is_not_read_aloud(sign: str) -> None:
    svg = ET.fromstring(key_sign(sign))
    assert svg.get("aria-hidden") == "true"
    assert len(list(svg.iter())) > 2
    assert "style" not in key_sign(sign)
