"""A tall picture is cut into parts that stand side by side on one broad sheet; nothing is left out."""

import re
from itertools import pairwise

from opora.pictures.logic_model import spread
from opora.pictures.model_parts import ModelBox, ModelPicture


def a_model(rows: int) -> ModelPicture:
    """One column, so many rows."""
    return ModelPicture(
        "Модель",
        "",
        levels=(("a", "Услуги"), ("b", "Результаты"), ("c", "Итоги")),
        rows=tuple((f"r{row}", "") for row in range(rows)),
        boxes=tuple(ModelBox(f"b{row}", "a", f"r{row}", "Помощь") for row in range(rows)),
    )


def test_parts_follow_each_other_without_a_gap() -> None:
    for rows, parts in ((2, 1), (12, 1), (40, 2), (90, 3)):
        drawn = spread(a_model(rows))
        boxes = [tuple(map(float, one.split())) for one in re.findall(r'viewBox="([^"]+)"', drawn)]
        assert boxes[0][1] == 0 and len(boxes) == parts and f"parts-{len(boxes)}" in drawn
        for above, below in pairwise(boxes):
            assert abs(above[1] + above[3] - below[1]) < 0.1
