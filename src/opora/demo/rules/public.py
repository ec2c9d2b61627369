"""Invented volunteers and donors, and what the invented organization says in public; nobody and nothing exists."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class InventedHelper:
    """Who joined how long ago, how long ago the clearance was checked, and hours: days ago, how many, what for."""

    kind: str
    name: str
    skills: str
    joined_before: int
    cleared_before: int | None = None
    left_before: int | None = None
    hours: tuple[tuple[int, str, str], ...] = ()
    has_account: bool = False
    giver: str = ""


@dataclass(frozen=True, slots=True)
class InventedPiece:
    """A publication, a material or an event of so many days ago."""

    kind: str
    title: str
    place: str
    before: int
    part: str = ""
    copies: int | None = None


HELPERS: Final = (
    InventedHelper(
        "volunteer",
        "Громов Степан Олегович",
        "присмотр за детьми, прогулки",
        420,
        410,
        hours=((35, "3", "Присмотр за детьми"), (21, "2.5", "Присмотр за детьми"), (6, "4", "Прогулка и кружок")),
        has_account=True,
    ),
    InventedHelper(
        "volunteer",
        "Лебедев Пётр Ильич",
        "машина, перевозка вещей",
        150,
        145,
        hours=((60, "5", "Перевозка мебели"), (12, "3", "Поездка за набором")),
    ),
    InventedHelper("volunteer", "Зимина Нина Сергеевна", "уроки, чтение", 24),
    InventedHelper(
        "both", "Семья Ветровых", "вещи, сборка наборов", 260, 250, hours=((48, "6", "Сборка продуктовых наборов"),)
    ),
    InventedHelper("donor", "Пекарня «Тёплый хлеб»", "хлеб по средам", 200, giver="organization"),
    InventedHelper("volunteer", "Савельев Олег Юрьевич", "ремонт", 700, 690, 90, ((300, "8", "Ремонт комнаты"),)),
)
CHANNELS: Final = (
    ("Сообщество ВКонтакте", (2140, 2188, 2203, 2290, 2352, 2410)),
    ("Телеграм-канал", (610, 640, 655, 731, 780, 842)),
    ("Рассылка для друзей фонда", (318, 317, 325, 322, 330, 341)),
)
PIECES: Final = (
    InventedPiece("event", "Круглый стол «Семья до беды»", "Областная библиотека", 26, part="speaker"),
    InventedPiece("event", "Форум помогающих организаций", "Онлайн", 118, part="guest"),
    InventedPiece("event", "Встреча служб района", "Наш центр", 64, part="host"),
    InventedPiece("media", "Как вовремя прийти на помощь", "«Приозёрские вести»", 40),
    InventedPiece("media", "Разговор о семье в прямом эфире", "Радио «Озеро»", 150, copies=4200),
    InventedPiece("material", "Листовка «Куда звонить, если трудно»", "Поликлиники и школы района", 75, copies=1500),
    InventedPiece("material", "Ролик «Мама справится»", "Экраны в автобусах", 190, copies=9800),
    InventedPiece("post", "Отчёт о весенней ярмарке", "Сообщество ВКонтакте", 210),
)
