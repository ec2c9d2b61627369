"""What the drawing of before and after shows, and that it can be read by machine and by ear."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.common.tests.each import each
from opora.pictures.dumbbell import DumbbellRow, Labels, dumbbell, signed
from opora.pictures.palette import PAPER
from opora.pictures.profile import ProfileRow, section_profile
from opora.pictures.svg import ticks, width, wrap

LABELS = Labels("вход", "выход", "динамика", "нет выхода")
NS = {"s": "http://www.w3.org/2000/svg"}


def draw(rows: list[DumbbellRow], **options: object) -> ET.Element:
    return ET.fromstring(dumbbell(rows, title="Вход и выход", description="Пять случаев", labels=LABELS, **options))


def texts(svg: ET.Element) -> list[str]:
    return [node.text or "" for node in svg.iterfind(".//s:text", NS)]


def test_every_figure_of_a_row_is_written() -> None:
    svg = draw([DumbbellRow("П25", 41, 10)])
    assert {"П25", "41", "10", "+31"} <= set(texts(svg))


def test_name_and_description_are_there_for_a_reader_who_does_not_see() -> None:
    svg = draw([DumbbellRow("И3", 20, 10)])
    assert svg.get("role") == "img"
    ids = {node.get("id") for node in svg if node.get("id")}
    assert set((svg.get("aria-labelledby") or "").split()) == ids


def test_missing_exit_is_said_and_not_drawn_as_zero() -> None:
    svg = draw([DumbbellRow("З19", 12, None), DumbbellRow("К4", 40, None)])
    assert "нет выхода" in texts(svg)
    assert len(svg.findall(".//s:g/s:circle", NS)) == 2 * 2  # each ring and its ground; no exit dot


def test_no_words_lie_over_a_dot() -> None:
    """The row that reaches farthest to the right has no room for words beside it."""
    rows = [ProfileRow("Жильё", 6, None), ProfileRow("Поведение", 0, None)]
    for narrow in (False, True):
        svg = ET.fromstring(section_profile(rows, title="Вход", description="", labels=LABELS, narrow=narrow))
        said = texts(svg)
        assert said.count("нет выхода") == 1 and "—" in said


def test_group_heading_comes_once() -> None:
    rows = [DumbbellRow("а", 1, 0, "МР"), DumbbellRow("б", 2, 0, "МР"), DumbbellRow("в", 2, 0, "КЦ")]
    assert texts(draw(rows)).count("МР") == 1


@pytest.mark.parametrize("text", ["a<b&«в»", '"кавычки"', "</svg>"])
def test_words_are_escaped(text: str) -> None:
    assert text in texts(draw([DumbbellRow(text, 1, 0)]))


def test_nothing_needs_an_inline_style() -> None:
    picture = dumbbell([DumbbellRow("И3", 20, 10)], title="т", description="о", labels=LABELS, palette=PAPER)
    assert "style=" not in picture
    assert "var(" not in picture


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 48), st.none() | st.integers(0, 48)),
        max_size=12,
    ),
    st.booleans(),
)
def test_everything_lies_inside_the_drawing(pairs: list[tuple[int | None, int | None]], narrow: bool) -> None:
    svg = draw([DumbbellRow(f"С{n}", a, b) for n, (a, b) in enumerate(pairs)], narrow=narrow)
    _, _, wide, high = (float(part) for part in (svg.get("viewBox") or "").split())
    dots = [(dot, 0.0) for dot in svg.iterfind("./s:circle", NS)]
    for row in svg.iterfind("./s:g", NS):
        down = float(re.fullmatch(r"translate\(0 ([\d.]+)\)", row.get("transform") or "")[1])  # type: ignore[index]
        dots += [(dot, down) for dot in row.iterfind(".//s:circle", NS)]
    assert len(dots) == len(list(svg.iterfind(".//s:circle", NS)))
    for dot, down in each(dots):
        assert 0 < float(dot.get("cx") or 0) < wide
        assert 0 < float(dot.get("cy") or 0) + down < high


@given(st.floats(0, 10_000))
def test_marks_start_at_zero_and_reach_the_top(top: float) -> None:
    marks = ticks(top)
    assert marks[0] == 0
    assert marks[-1] >= top
    assert len(marks) <= 8


@pytest.mark.parametrize(("change", "text"), [(4, "+4"), (-2, "−2"), (0, "0")])
def test_change_is_written_as_people_read_it(change: int, text: str) -> None:
    assert signed(change) == text


def test_long_section_names_are_broken_between_words() -> None:
    lines = wrap("Эмоциональное развитие ребёнка и родителя", 13, 150)
    assert len(lines) > 1
    assert all(width(line, 13) <= 150 for line in lines)


def test_profile_keeps_the_order_of_the_form() -> None:
    rows = [ProfileRow("Жильё", 6, 2), ProfileRow("Поведение", 4, 1)]
    svg = ET.fromstring(section_profile(rows, title="т", description="о", labels=LABELS))
    found = texts(svg)
    assert found.index("Жильё") < found.index("Поведение")
