"""Invented organizations to which families are referred; none of them exists."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class InventedPartner:
    """An entry of the directory; ``checked_before`` says how many days ago somebody looked whether it still holds."""

    name: str
    kind: str
    services: str
    audience: str
    conditions: str
    checked_before: int
    rating: int | None

    def entry(self) -> dict[str, str]:
        """The words of the entry; the telephone number belongs to nobody."""
        return {
            "name": self.name,
            "kind": self.kind,
            "services": self.services,
            "audience": self.audience,
            "conditions": self.conditions,
            "area": "Приозёрный район",
            "contacts": "+7 900 000-00-00, дежурный специалист",
        }


PARTNERS: Final = (
    InventedPartner(
        "Приют «Тихая гавань»", "crisis", "Временное жильё до трёх месяцев", "мамы с детьми", "по звонку", 40, 5
    ),
    InventedPartner(
        "Юридическая приёмная «Опора права»", "law", "Долги, жильё, документы", "семьи с детьми", "по записи", 120, 4
    ),
    InventedPartner(
        "Вещевой склад «Тёплый дом»", "charity", "Одежда, коляски, кроватки", "многодетные семьи", "по вторникам", 15, 5
    ),
    InventedPartner(
        "Центр занятости Приозёрья", "work", "Поиск работы и обучение", "взрослые", "нужен паспорт", 410, 3
    ),
    InventedPartner(
        "Женская консультация на Садовой", "health", "Наблюдение беременности", "будущие мамы", "по полису", 75, None
    ),
    InventedPartner(
        "Детский сад «Ромашка»",
        "education",
        "Группа на полдня",
        "дети 2–6 лет",
        "нет очереди",
        200,
        4,
    ),
)
