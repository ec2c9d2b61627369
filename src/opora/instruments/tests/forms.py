"""A form of the size of the default one (8 sections with 6 items), and the text of a small correct file."""

from opora.common.bilingual import Text
from opora.instruments.rules import Definition, Item, Level, Scale, ScaleLevel, Section

LEVELS = (Level.FAMILY, Level.CAREGIVER, Level.CHILD)
SCALE = Scale(
    levels=tuple(ScaleLevel(value, Text(label)) for value, label in enumerate(("сила", "норма", "слабая", "критично"))),
    weak_from=2,
    critical_from=3,
)

SMALL = """
code = "mini"
version = 1
title.ru = "Малая форма"
title.en = "Small form"

[scale]
weak_from = 2
[[scale.level]]
value = 0
label.ru = "Сильная сторона"
label.en = "Strength"
[[scale.level]]
value = 1
label.ru = "В норме"
label.en = "Fine"
[[scale.level]]
value = 2
label.ru = "Слабая сторона"
label.en = "Weak side"

[[section]]
code = "1"
title.ru = "Жильё"
title.en = "Housing"
[[section.item]]
code = "1.1"
level = "family"
text.ru = "Есть где жить"
text.en = "A place to live"
weak_if.ru = "жить негде"
weak_if.en = "nowhere to live"
[[section.item]]
code = "1.2"
level = "child"
age_min = 3
age_max = 17
text.ru = "Есть место для учёбы"
text.en = "A place to study"
weak_if.ru = "учиться негде"
weak_if.en = "nowhere to study"
"""


def whole_form() -> Definition:
    """48 items; in every section two are about the family, two about each caregiver, two about each child."""
    sections = tuple(
        Section(
            code=str(section + 1),
            title=Text(f"Раздел {section + 1}"),
            items=tuple(
                Item(
                    code=f"{section + 1}.{number + 1}",
                    position=section * 6 + number,
                    level=LEVELS[number % 3],
                    text=Text(f"Пункт {section + 1}.{number + 1}"),
                    safety=number == 0,
                )
                for number in range(6)
            ),
        )
        for section in range(8)
    )
    return Definition(code="whole", version=1, title=Text("Форма"), scale=SCALE, sections=sections)


def small_form(*items: Item) -> Definition:
    """One section with the given items."""
    return Definition("small", 1, Text("Форма"), SCALE, (Section("1", Text("Раздел"), items),))


def item(code: str, position: int = 0, level: Level = Level.FAMILY, **details: object) -> Item:
    return Item(code=code, position=position, level=level, text=Text(f"Пункт {code}"), **details)
