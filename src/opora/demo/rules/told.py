"""Words of invented families that may be quoted, and what stands in the reports of the demonstration."""

from typing import Final

# What somebody said in a talk, and the result it speaks of.
SAID: Final = ("Теперь я знаю, куда идти и кому звонить. И больше не боюсь спросить.", "wellbeing_better")
IN_SHORT: Final = (
    "За квартал стало больше встреч дома и меньше – в кабинете. Труднее всего по-прежнему с жильём: "
    "ищем вместе с семьями, но найденного не хватает на всех."
)
BOARD: Final = "Страница для правления: что важно сейчас"
