"""How each family changed, upright: everything inside, the hardest pressed first, a worsening named."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from opora.pictures.gains import MOST, GainLabels, Group, gains, groups

NS = {"s": "http://www.w3.org/2000/svg"}
LABELS = GainLabels(entry="на входе", exit="на выходе", more="стало больше", each="черта — семья")


def draw(pairs: list[tuple[int, int]], *, narrow: bool = False) -> ET.Element:
    return ET.fromstring(gains(pairs, title="т", description="о", labels=LABELS, narrow=narrow))


@given(st.lists(st.tuples(st.integers(0, 48), st.integers(0, 48)), max_size=MOST), st.booleans())
def test_every_family_lies_inside_the_drawing(pairs: list[tuple[int, int]], narrow: bool) -> None:
    svg = draw(pairs, narrow=narrow)
    _, _, wide, high = (float(part) for part in (svg.get("viewBox") or "").split())
    dots = svg.findall(".//s:g/s:circle", NS)
    assert len(dots) == 2 * len(pairs)
    for dot in dots:
        assert 0 < float(dot.get("cx") or 0) < wide and 0 < float(dot.get("cy") or 0) < high


def test_a_worsening_is_named_and_nothing_else_is() -> None:
    assert "стало больше" in "".join(draw([(10, 2), (3, 5)]).itertext())
    assert "стало больше" not in "".join(draw([(10, 2), (3, 3)]).itertext())


def test_more_weak_sides_at_entry_stand_further_left() -> None:
    rings = draw([(3, 1), (20, 4), (11, 2)]).findall(".//s:g", NS)
    heights = [float(ring.findall("s:circle", NS)[0].get("cy") or 0) for ring in rings]
    assert heights == sorted(heights)


def test_a_group_that_worsened_keeps_its_name_when_nobody_is_in_it() -> None:
    parts = [Group("стало больше", 0, is_worse=True), Group("меньше на 1–5", 30), Group("меньше на 6 и более", 25)]
    said = "".join(ET.fromstring(groups(parts, title="т", description="о")).itertext())
    assert "стало больше" in said and "30" in said and "25" in said
