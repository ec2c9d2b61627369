"""What the map of a process shows, that nothing runs over its edges, and that it can be read by ear."""

import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from opora.pictures.map_routing import BOX_HIGH, BOX_WIDE, Point, corner, ways
from opora.pictures.process_map import ANYWHERE, MapArrow, MapStage, process_map, sheets, table_of
from opora.pictures.svg import width
from opora.pictures.tests.maps import STAGES, picture

S = "{http://www.w3.org/2000/svg}"

CELLS = st.tuples(st.integers(0, 6), st.integers(0, 4))
KINDS = st.sampled_from(["", "main", "danger", "loop"])


@st.composite
def processes(draw: st.DrawFn) -> tuple[tuple[MapStage, ...], tuple[MapArrow, ...]]:
    """Any places on the grid and any arrows between them."""
    cells = draw(st.lists(CELLS, min_size=2, max_size=20, unique=True))
    stages = tuple(MapStage(f"s{n}", f"Этап {n}", "Кейс-менеджер", at) for n, at in enumerate(cells))
    keys = st.sampled_from([stage.key for stage in stages])
    pairs = draw(st.lists(st.tuples(keys, keys, KINDS), max_size=30))
    return stages, tuple(MapArrow(one, other, "шаг", kind) for one, other, kind in pairs)


def drawn() -> ET.Element:
    return ET.fromstring(process_map(picture()))


def texts(svg: ET.Element) -> list[str]:
    return [node.text or "" for node in svg.iter(f"{S}text")]


def test_counts_delays_and_days_are_written() -> None:
    found = texts(drawn())
    assert {"7", "3", "143", "44", "2 в просрочке", "вы здесь"} <= set(found)
    assert any("4,5\u00a0дн." in text for text in found)
    assert {"60\u00a0%", "40\u00a0%"} <= set(found)


def test_a_refusal_from_everywhere_is_noted_and_not_drawn() -> None:
    svg = drawn()
    assert texts(svg).count("из любого этапа") == 1
    assert not [node for node in svg.iter(f"{S}g") if "danger" in node.get("class", "").split()]


def test_the_way_gone_the_loop_and_the_main_way_look_different() -> None:
    classes = [node.get("class", "") for node in drawn().iter(f"{S}g")]
    assert classes.count("arrow main passed") == 1
    assert classes.count("arrow main") == 2
    assert classes.count("arrow loop") == 1
    assert "place stage here" in classes


def test_who_does_not_see_gets_names_and_links() -> None:
    svg = drawn()
    assert svg.get("role") == "group"
    (link,) = svg.iter(f"{S}a")
    assert link.get("href") == "/a/"
    assert link.get("aria-label") == "Приём сигнала · 7 · 2 в просрочке · Специалист приёма сигналов"
    assert ET.fromstring(process_map(picture(STAGES[1:]))).get("role") == "img"


def test_nothing_is_styled_inline() -> None:
    assert "style=" not in process_map(picture())


def test_the_table_says_the_same() -> None:
    lines = table_of(picture())
    assert [line.stage.key for line in lines] == ["signal", "helped", "declined", "visit", "plan", "work"]
    assert lines[0].ways == (
        ("Выехать", "Первичный выезд в семью", 0.6),
        ("Помочь один раз", "Помощь оказана", 0.4),
    )


@given(st.text(alphabet="абвгдежзиклмншщю -", min_size=1, max_size=120))
def test_no_name_runs_out_of_its_box(title: str) -> None:
    svg = ET.fromstring(process_map(picture((MapStage("s", title, "Координатор", (0, 0)),), ())))
    names = [node for node in svg.iter(f"{S}text") if node.get("class") == "name"]
    assert 1 <= len(names) <= 3
    for node in names:
        size = float(node.get("font-size", "0"))
        assert width(node.text or "", size) <= BOX_WIDE or size <= 7
    words = set(title.split())
    assert all(word.rstrip("…") in " ".join(words) for node in names for word in (node.text or "").split())


def test_a_long_russian_word_stays_whole() -> None:
    word = "Психолого-педагогическое-сопровождение"
    svg = ET.fromstring(process_map(picture((MapStage("s", word, "", (0, 0)),), ())))
    assert word in texts(svg)


def crosses(one: Point, other: Point, cell: tuple[int, int]) -> bool:
    """Whether a stretch of a line lies inside the box of a cell."""
    x, y = corner(cell)
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x1 < x + BOX_WIDE - 1 and x2 > x + 1 and y1 < y + BOX_HIGH - 1 and y2 > y + 1


@given(processes())
def test_lines_run_at_right_angles_and_never_through_a_box(
    made: tuple[tuple[MapStage, ...], tuple[MapArrow, ...]],
) -> None:
    stages, arrows = made
    for way in ways(picture(stages, arrows)):
        assert len(way.points) >= 2
        for one, other in pairwise(way.points):
            assert abs(one[0] - other[0]) < 0.01 or abs(one[1] - other[1]) < 0.01
            assert not [stage for stage in stages if crosses(one, other, stage.at)]


@given(processes())
def test_lines_in_one_gutter_keep_their_own_lanes(
    made: tuple[tuple[MapStage, ...], tuple[MapArrow, ...]],
) -> None:
    stages, arrows = made
    lanes = [
        (gutter, lane, *sorted((way.points[n + 1][axis], way.points[n + 2][axis])))
        for way in ways(picture(stages, arrows))
        for n, (gutter, lane) in enumerate(zip(way.gutters, way.lanes, strict=True))
        for axis in [0 if gutter[0] == "h" else 1]
        if len(way.gutters) == 1
    ]
    for (gutter, lane, low, high), (other_gutter, other_lane, other_low, other_high) in combinations(lanes, 2):
        if gutter == other_gutter and lane == other_lane:
            assert high <= other_low or other_high <= low


def test_arrows_to_unknown_places_and_to_oneself_are_passed_over() -> None:
    arrows = (MapArrow("signal", "gone", "x"), MapArrow("signal", "signal", "x"), MapArrow(ANYWHERE, "gone", "x"))
    assert ways(picture(STAGES, arrows)) == []
    assert "gone" not in process_map(picture(STAGES, arrows))


def test_on_paper_the_map_is_cut_into_sheets_that_cover_it_and_can_be_read() -> None:
    whole = ET.fromstring(process_map(picture()))
    _, _, wide, high = (float(part) for part in (whole.get("viewBox") or "").split())
    parts = ET.fromstring(f"<div>{sheets(picture())}</div>").findall("svg")
    boxes = [[float(part) for part in (sheet.get("viewBox") or "").split()] for sheet in parts]
    assert [box[1] for box in boxes[1:]] == [box[1] + box[3] for box in boxes[:-1]]
    assert boxes[0][1] == 0 and abs(boxes[-1][1] + boxes[-1][3] - high) < 0.2
    assert {box[2] for box in boxes} == {wide}
    for box in boxes:
        # A4 across leaves 277 by 172 mm; the small words are 12 units high: in points they can be read.
        assert 12 * min(277 / wide, 172 / box[3]) * 72 / 25.4 >= 7
    assert {use.get("href") for sheet in parts for use in sheet} == {f"#{whole.get('id')}"}
