"""The picture of a logic model: every box in its column and row, none over another, sheets that fit paper."""

import re
from itertools import combinations

from defusedxml import ElementTree

from opora.pictures.logic_model import FIRST_SHEET, SHEET, logic_model, sheets
from opora.pictures.model_parts import ModelArrow, ModelBox, ModelPicture
from tests.house.source import PACKAGE

LEVELS = (("service", "Услуги"), ("short", "Итоги"), ("long", "Долгие итоги"))


def picture(rows: int = 3, **more: object) -> ModelPicture:
    boxes = [ModelBox(f"v{n}", "service", f"r{n}", "Беседа с мамой " * (n % 4 + 1)) for n in range(rows)]
    boxes += [ModelBox(f"s{n}", "short", f"r{n}", "Стало спокойнее", small=("оценивает человек",)) for n in range(rows)]
    boxes += [ModelBox("L1", "long", "", "Ребёнок дома"), ModelBox("L2", "long", "", "Ему <хорошо>")]
    arrows = [ModelArrow(f"v{n}", f"s{n}") for n in range(rows)] + [ModelArrow("s0", "L1", state="assumed")]
    given = {"title": "Модель", "description": "Столбцы", "levels": LEVELS, "boxes": tuple(boxes), **more}
    return ModelPicture(**{"rows": tuple((f"r{n}", "b") for n in range(rows)), "arrows": tuple(arrows), **given})


def boxes_in(drawn: str) -> list[tuple[float, float, float, float]]:
    tree = ElementTree.fromstring(drawn)
    found = [one for one in tree.iter() if one.get("class") == "box"]
    return [tuple(float(one.get(name)) for name in ("x", "y", "width", "height")) for one in found]


def test_no_box_lies_over_another() -> None:
    found = boxes_in(logic_model(picture(9, bands=(("b", "Полоса"),))))
    assert len(found) == 20
    for (x1, y1, w1, h1), (x2, y2, w2, h2) in combinations(found, 2):
        assert x1 + w1 <= x2 or x2 + w2 <= x1 or y1 + h1 <= y2 or y2 + h2 <= y1


def test_words_are_escaped_and_an_arrow_to_nowhere_is_left_out() -> None:
    shown = picture(arrows=(ModelArrow("v0", "gone"), ModelArrow("v0", "v2"), ModelArrow("L1", "s0", kind="feedback")))
    drawn = logic_model(shown)
    assert "&lt;хорошо&gt;" in drawn and " style=" not in drawn
    assert drawn.count('class="arrow') == 2


def test_a_level_above_and_one_below_stand_outside_of_the_table() -> None:
    free = (
        ModelBox("g", "goal", "", "Цель"),
        ModelBox("x", "social", "", "Вместе"),
        ModelBox("y", "social", "", "Дома"),
    )
    shown = picture(above=(("goal", "Цель"),), below=(("social", "Социальные результаты"),))
    whole = ModelPicture(**{**{name: getattr(shown, name) for name in shown.__slots__}, "boxes": (*shown.boxes, *free)})
    found = boxes_in(logic_model(whole))
    heights = [y for _x, y, _w, _h in found]
    assert min(heights) == heights[-3]
    assert heights[-1] == heights[-2] == max(heights)


def test_sheets_are_cut_between_rows_and_none_is_too_high_for_paper() -> None:
    for rows in (1, 3, 40):
        found = re.findall(r'viewBox="0 ([\d.]+) ([\d.]+) ([\d.]+)"', sheets(picture(rows)))
        assert all(float(high) <= float(wide) * SHEET for _y, wide, high in found)
        assert float(found[0][2]) <= float(found[0][1]) * FIRST_SHEET
        ends = [float(y) + float(high) for y, _wide, high in found]
        assert [float(y) for y, _w, _h in found] == [0.0, *ends[:-1]]
    assert len(found) > 1


def test_a_word_too_long_for_its_box_is_broken_after_a_slash() -> None:
    box = ModelBox("a", "service", "r0", "Выявление/обращение/первичное/общение с женщиной/ анализ")
    drawn = logic_model(ModelPicture("М", "О", LEVELS, (("r0", ""),), (box,)))
    lines = re.findall(r'class="name">([^<]*)<', drawn)
    assert "".join(lines).replace(" ", "") == box.text.replace(" ", "")
    assert len(lines) > 2 and max(map(len, lines)) < 32


def test_every_look_of_the_picture_is_in_its_styles() -> None:
    """A form without a style would be drawn black."""
    styles = (PACKAGE / "web/logic/static/logic/logic.css").read_text("utf-8")
    drawn = logic_model(picture(bands=(("b", "Полоса"),)))
    looks = {name for names in re.findall(r'<(?:rect|path|text)[^>]*class="([^"]+)"', drawn) for name in names.split()}
    assert looks - {"name", "stripe-0"} <= set(re.findall(r"\.([a-z][\w-]*)", styles))
    assert "stripe" in looks
