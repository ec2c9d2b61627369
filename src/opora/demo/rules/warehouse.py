"""What lies in the invented warehouse and shop, from whom it came, and what families are given of it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class InventedGood:
    """A kind of goods with how much came of each size, and in how many days it goes off."""

    name: str
    category: str
    unit: str
    came: dict[str, int]
    good_for: int | None = None
    low_at: int | None = None
    in_shop: bool = False


WAREHOUSE, SHOP = "Социальный склад", "Благотворительный магазин «Добра много»"
GOODS = (
    InventedGood("Гречка, 800 г", "food", "pack", {"": 180}, 200, 20),
    InventedGood("Масло подсолнечное, 1 л", "food", "piece", {"": 140}, 150, 15),
    InventedGood("Тушёнка", "food", "piece", {"": 160}, 400),
    InventedGood("Детское пюре", "baby", "piece", {"": 220}, 12),
    InventedGood("Молочная смесь 0–6 мес.", "baby", "pack", {"": 90}, 60, 100),
    InventedGood("Подгузники", "baby", "pack", {"2": 60, "3": 80, "4": 80, "5": 30}, None, 300),
    InventedGood("Стиральный порошок, 3 кг", "hygiene", "pack", {"": 90}),
    InventedGood("Набор для душа", "hygiene", "set", {"": 120}),
    InventedGood(
        "Комбинезон зимний", "clothes", "piece", {"74": 6, "80": 4, "92": 7, "98": 5, "110": 3}, None, None, True
    ),
    InventedGood(
        "Ботинки детские зимние", "shoes", "pair", {"23": 4, "25": 5, "28": 6, "31": 4, "34": 5}, None, None, True
    ),
    InventedGood("Набор первоклассника", "stationery", "set", {"": 40}),
    InventedGood("Постельное бельё", "household", "set", {"": 45}),
    InventedGood("Кроватка детская", "furniture", "piece", {"": 6}),
    InventedGood("Мешок вещей неразобранный", "clothes", "piece", {"": 9}),
)
# What was asked for outside: of whom, how, how many days ago, what came of it, in how many days it was or is promised.
APPEALS: Final = (
    ("Коляска-трость, можно не новая", "Магазин «Колосок»", "call", 3, "", None),
    ("Школьные рюкзаки, 12 штук", "Завод «Прогресс», отдел кадров", "letter", 15, "promised", 10),
    ("Ремонт двух кроваток", "Столярная мастерская при колледже", "meeting", 30, "promised", -4),
    ("Зимняя обувь 25–31", "Сообщество «Наш район»", "post", 40, "received", None),
    ("Оплата билетов семье до дома", "Автовокзал", "call", 20, "refused", None),
)
APPEAL_TWICE: Final = ("Коляска", "Магазин «Колосок»", "Записано дважды")
HAND_OUT = "Продуктовые наборы к празднику"
KIT = ("Продуктовый набор", {"Гречка, 800 г": 2, "Масло подсолнечное, 1 л": 1, "Тушёнка": 3})
DONORS = (
    ("Фонд «Тёплый дом»", "organization"),
    ("Магазин «Колосок»", "organization"),
    ("Сбор вещей в школе № 12", "gathering"),
    ("Ирина П.", "person"),
)
PURPOSE = ("Только малышам до трёх лет", 3)
NORMS = (("Подгузники", 4, 30), ("Молочная смесь 0–6 мес.", 8, 30))
# What families are given, by turns: kits, then goods with sizes.
GIVEN: tuple[tuple[int, tuple[tuple[str, str, int], ...]], ...] = (
    (1, ()),
    (0, (("Подгузники", "4", 2), ("Детское пюре", "", 4))),
    (1, (("Стиральный порошок, 3 кг", "", 1),)),
    (0, (("Комбинезон зимний", "92", 1), ("Ботинки детские зимние", "25", 1))),
    (0, (("Набор первоклассника", "", 1),)),
)
NEEDS = (
    ("Подгузники", "4", 2, "month"),
    ("Молочная смесь 0–6 мес.", "", 4, "month"),
    ("Комбинезон зимний", "104", 1, "once"),
    ("Гречка, 800 г", "", 2, "month"),
)
# The heap that was sorted and what it held (good, size, quantity), what went off and why, what went to the shop, and
# how many fewer than written were counted there.
HEAP = "Мешок вещей неразобранный"
HEAP_HELD = (("Комбинезон зимний", "92", 1), ("Ботинки детские зимние", "25", 2), ("Постельное бельё", "", 1))
SPOILED = ("Детское пюре", "expired", 14)
MOVED = ("Ботинки детские зимние", "34", 2)
MISCOUNTED = 1
# What is paid for families, in turn: for what, the sum, the purpose, the ground, for how many months.
PAID: Final[tuple[tuple[str, int, str, str] | tuple[str, int, str, str, int], ...]] = (
    ("rent", 18_000, "Комната на время, пока мама выходит на работу", "council", 1),
    ("courses", 12_500, "Курсы кондитера: есть договор с пекарней", "plan"),
    ("repair", 24_000, "Окно и проводка в детской", "application"),
    ("housing", 9_000, "Оценка квартиры и госпошлина", "plan"),
    ("journey", 6_400, "Билеты до бабушки и обратно", "application"),
    ("medicine", 5_300, "Очки для мамы и лекарства младшему", "application"),
)
