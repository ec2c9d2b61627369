"""Words of invented paths: what was told with a signal, and why a step was taken. Nobody's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

CHANNELS: Final = ("phone", "phone", "messenger", "social", "site", "in_person", "letter")
STORIES: Final = (
    "Мама одна с детьми, хозяин квартиры просит съехать до конца месяца. Жить пока негде.",
    "Закончились смесь и подгузники, пособие задерживают вторую неделю.",
    "Потеряла работу, накопился долг за квартиру. Просит помочь разобраться с документами.",
    "Из роддома сообщили: мама думает оставить ребёнка, близких рядом нет.",
    "Соседка беспокоится: дети подолгу одни дома, мама работает в две смены.",
    "Школа просит поговорить с семьёй: ребёнок пропускает уроки, мама не отвечает на звонки.",
    "Дома ссоры с бабушкой, мама хочет пожить отдельно и не знает, с чего начать.",
    "Пожар в доме, семья ночует у знакомых. Нужны одежда и помощь с документами.",
    "Мама просит психолога: устала, срывается на детей и боится этого.",
    "Ребёнку нужна очередь к врачу и справка, мама не знает, куда идти.",
    "Папа вернулся с вахты без денег, до зарплаты не хватает на еду.",
    "Девушка ждёт ребёнка, родители не принимают, просит временное жильё.",
)
# Steps that ask for a reason, and what is said there.
REASONS: Final[Mapping[str, tuple[str, ...]]] = {
    "referral_failed": ("Партнёр не смог принять семью: нет мест.", "Семья не дозвонилась до партнёра."),
    "vote_reject": ("Помощь семье уже оказывает другая организация.", "Запрос не связан с риском для ребёнка."),
    "council_return": (
        "Уточнить сроки по жилью и кто отвечает за каждую цель.",
        "Целей слишком много для трёх месяцев, оставить главные.",
    ),
    "not_yet": ("Долг ещё не закрыт, семья просит не торопиться.", "Отложили: у мамы новая работа, нужна поддержка."),
    "danger": ("Ребёнок оставался один ночью, дома не было взрослых.", "Мама сообщила об угрозах со стороны партнёра."),
    "refuse": ("Семья решила справляться сама.", "Семья перестала отвечать на звонки и не открывает дверь."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A signal as it came in: through what, from whom, how urgent, and in which words."""

    channel: str
    source: str
    urgency: str
    story: str
    is_anonymous: bool
    children_count: int
    child_risk: str


def tell_signal(rng: Random, *, children: int | None = None) -> Told:
    """An invented signal; of a family that is known the number of its children."""
    source = rng.choice(("self", "self", "self", "relative", "neighbour", "organisation"))
    return Told(
        channel=rng.choice(CHANNELS),
        source=source,
        urgency=rng.choice(("today", "days", "days", "calm")),
        story=rng.choice(STORIES),
        is_anonymous=children is None and source == "neighbour",
        children_count=children or rng.randrange(1, 4),
        child_risk=rng.choice(("", "no", "no", "yes")),
    )
