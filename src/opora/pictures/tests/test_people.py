"""The social map and the genogram draw everybody once, with the lines of the field, and lose nobody."""

from typing import Any
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from opora.pictures.ecomap import Around, ecomap, spots
from opora.pictures.genogram import Figure, genogram
from opora.pictures.genogram_bonds import Bond
from opora.pictures.genogram_unions import Bloodlines, Pair
from opora.pictures.tests.test_generations import families

KINDS = ["", "supportive", "mixed", "stressful", "broken"]
AROUND = st.builds(
    Around,
    name=st.sampled_from(["Тамара Ильинична", "Школа № 14", "Управление социальной защиты населения", "Лена"]),
    role=st.sampled_from(["", "бабушка", "организация"]),
    kind=st.sampled_from(KINDS),
    strength=st.integers(1, 3),
    direction=st.sampled_from(["both", "to_family", "from_family"]),
)


@settings(max_examples=50)
@given(st.lists(AROUND, max_size=24), st.sampled_from([330.0, 660.0]))
def test_no_box_lies_over_another_nor_outside(people: list[Around], wide: float) -> None:
    found, high = spots(people, wide=wide)
    assert len(found) == len(people)
    for place, one in enumerate(found):
        assert one.wide / 2 <= one.x <= wide - one.wide / 2 and one.high / 2 <= one.y <= high - one.high / 2 + 1
        for other in found[:place]:
            beside = abs(one.x - other.x) >= (one.wide + other.wide) / 2
            assert beside or abs(one.y - other.y) >= (one.high + other.high) / 2


def test_each_tie_has_the_line_of_its_kind() -> None:
    people = [Around("А", "", kind, 2, "to_family") for kind in KINDS]
    svg = ElementTree.fromstring(ecomap(people, core="Семья", title="Карта", description="Пятеро"))
    ties = {one.attrib["class"]: one for one in svg.iter() if one.attrib.get("class", "").startswith("tie")}
    assert set(ties) == {f"tie {kind}" for kind in KINDS if kind}
    lines = {kind: [one for one in part if one.tag.endswith("line")] for kind, part in ties.items()}
    assert len(lines["tie supportive"]) == 1
    assert len(lines["tie stressful"]) == 7
    assert len(lines["tie mixed"]) == 8
    assert lines["tie broken"][0].attrib["stroke-dasharray"]
    assert not [one for one in ties["tie broken"] if one.tag.endswith("polygon")], "no help goes over a broken tie"


@settings(max_examples=40)
@given(families())
def test_everybody_is_drawn_once_inside_of_the_picture(tree: Any) -> None:
    figures = [Figure(one.node, one.node, one.sex, one.born) for one in tree.people]
    pairs = [Pair(*pair) for pair in tree.couples]
    lines = Bloodlines(tree.parents, pairs)
    svg = ElementTree.fromstring(genogram(figures, lines, title="Генограмма", description="Семья"))
    wide, high = float(svg.attrib["width"]), float(svg.attrib["height"])
    drawn = [one for one in svg.iter() if one.attrib.get("class") == "figure"]
    assert len(drawn) == len(figures)
    for part in svg.iter():
        for name, most in (("x", wide), ("x1", wide), ("x2", wide), ("cx", wide), ("y1", high), ("y2", high)):
            assert 0 <= float(part.attrib.get(name, 0)) <= most


@settings(max_examples=40)
@given(families(), st.data())
def test_how_two_get_on_is_drawn_inside_of_the_picture_between_any_two(tree: Any, data: Any) -> None:
    figures = [Figure(one.node, one.node, one.sex, one.born) for one in tree.people]
    nodes = [one.node for one in figures]
    pairs = st.lists(st.sampled_from(nodes), min_size=2, max_size=2, unique=True)
    ends = data.draw(st.lists(pairs, max_size=4)) if len(nodes) > 1 else []
    states = st.sampled_from(["close", "distant", "conflict", "cut_off"])
    bonds = [Bond(one, other, data.draw(states)) for one, other in ends]
    others = {
        (parent, child): data.draw(st.sampled_from(["", "adopted", "foster"]))
        for child in tree.parents
        for parent in tree.parents[child]
    }
    lines = Bloodlines(tree.parents, [Pair(*pair) for pair in tree.couples], otherwise=others)
    svg = ElementTree.fromstring(genogram(figures, lines, title="Генограмма", description="Семья", bonds=bonds))
    wide, high = float(svg.attrib["width"]), float(svg.attrib["height"])
    drawn = [one for one in svg.iter() if one.attrib.get("class", "").startswith("bond")]
    assert [one.attrib["class"] for one in drawn] == [f"bond {one.state}" for one in bonds]
    for line in (part for one in drawn for part in one if part.tag.endswith("polyline")):
        for point in line.attrib["points"].split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= wide and 0 <= y <= high


def test_a_foster_child_hangs_on_a_dotted_line_beside_that_of_its_birth() -> None:
    figures = [Figure(node, node, sex) for node, sex in (("m", "f"), ("g", "f"), ("a", "m"), ("c", "m"), ("d", "f"))]
    lines = Bloodlines({"c": ("m", "g"), "d": ("a",)}, otherwise={("g", "c"): "foster", ("a", "d"): "adopted"})
    svg = ElementTree.fromstring(genogram(figures, lines, title="Генограмма", description="Семья"))
    dotted = [one for one in svg.iter() if one.attrib.get("stroke-dasharray") == "2 4"]
    ends = {float(one.attrib["x2"]) for one in dotted if float(one.attrib["y2"]) > float(one.attrib["y1"])}
    middles = {float(one.attrib["x"]) for one in svg.iter() if one.text in {"c", "d"}}
    assert sorted(end - near for end in ends for near in middles if abs(end - near) < 20) == [0, 9], (
        "the line of the guardian stands beside that of the mother; who has no other parent hangs on the middle"
    )


def test_symbols_say_sex_death_focus_birth_and_divorce() -> None:
    figures = [
        Figure("gf", "Иван", "m", 1948, years="1948–2011", is_dead=True),
        Figure("gm", "Тамара", "f", 1950, age="76"),
        Figure("c", "Соня", "f", 2018, age="8", is_focus=True, is_home=True),
        Figure("t", "Саша", "", 2018, age="8", is_home=True),
        Figure("e", "ждут", is_expected=True),
    ]
    lines = Bloodlines(
        {"c": ("gf", "gm"), "t": ("gf", "gm"), "e": ("gf", "gm")}, [Pair("gf", "gm", "divorced")], twins=[("c", "t")]
    )
    text = genogram(figures, lines, title="Генограмма", description="Семья")
    svg = ElementTree.fromstring(text)
    shapes = [part.tag.split("}")[1] for part in svg.iter() if part.attrib.get("stroke-width") == "1.8"]
    assert sorted(shapes) == ["circle", "circle", "circle", "polygon", "polygon", "rect"]
    assert text.count("stroke-dasharray") == 1, "one frame around the two who live together"
    # The line of the couple, its two slashes, one way down, one bar, three children: and the cross of the dead.
    assert text.count("<line") == 1 + 2 + 1 + 1 + 3 + 2
