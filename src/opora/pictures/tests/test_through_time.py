"""A thing through time keeps inside its drawing, whatever the days, and says where nothing was known."""

from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from opora.pictures.through_time import Held, through_time

FIRST = date(2016, 3, 1)
LEVELS = ["нет", "частично", "да"]


def drawn(periods: list[Held], levels: list[str], narrow: bool) -> ElementTree.Element:
    text = through_time(
        periods,
        levels=levels,
        title="Навык",
        description="С 01.03.2016",
        first_label="01.03.2016",
        last_label="сегодня",
        narrow=narrow,
    )
    return ElementTree.fromstring(text)


@given(
    st.dictionaries(st.integers(0, 4_000), st.sampled_from([0, 1, 2]), min_size=2, max_size=12),
    st.booleans(),
    st.booleans(),
)
def test_nothing_lies_outside_of_the_drawing(found: dict[int, int], narrow: bool, is_ordered: bool) -> None:
    days = sorted(found.items())
    ends = [*(day - 1 for day, _level in days[1:]), days[-1][0] + 5]
    periods = [
        Held(FIRST + timedelta(days=day), FIRST + timedelta(days=end), level if is_ordered else None, LEVELS[level])
        for (day, level), end in zip(days, ends, strict=True)
    ]
    svg = drawn(periods, LEVELS if is_ordered else [], narrow)
    wide = float(svg.attrib["width"])
    for part in svg.iter():
        for name in ("x", "x1", "x2", "cx"):
            assert -1 <= float(part.attrib.get(name, 0)) <= wide
        if part.tag.endswith("rect"):
            assert float(part.attrib["x"]) + float(part.attrib["width"]) <= wide + 4


def test_a_gap_is_no_line() -> None:
    gap = [
        Held(FIRST, FIRST + timedelta(days=9), 0, "нет"),
        Held(FIRST + timedelta(days=30), FIRST + timedelta(days=60), 2, "да"),
    ]
    upright = [line for line in drawn(gap, LEVELS, False).iter() if line.attrib.get("x1") == line.attrib.get("x2", "-")]
    assert not [line for line in upright if line.tag.endswith("line")]
