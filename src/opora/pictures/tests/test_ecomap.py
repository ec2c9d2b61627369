"""The name of a family stands within the circle of its social map, however long it is."""

import re

import pytest

from opora.pictures.ecomap import _chord, _core, ecomap
from opora.pictures.svg import width

NAMES = ("Ли", "Семья Петровых", "Семья Красносельских-Верхоянских", "Путь 12", "Заповедниковы")


@pytest.mark.parametrize("wide", [660.0, 330.0])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_name_leaves_the_circle(name: str, wide: float) -> None:
    drawn = ecomap([], core=name, title="", description="", wide=wide)
    lines = [(float(size), text) for size, text in re.findall(r'font-size="([\d.]+)"[^>]*>([^<]+)</text>', drawn)]
    assert lines and lines[0][1][:2] == name[:2]
    for place, (size, text) in enumerate(lines):
        assert width(text, size) <= _chord(_core(wide), place, len(lines), size) + 0.5
