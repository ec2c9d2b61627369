"""The groups and events of the invented families: what each practice holds, how often, where, who came besides."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from opora.demo.rules.services import EVERYBODY, PARENT
from opora.demo.rules.staff import FAMILY_HELP, NEARBY, RESIDENCE, SHELTER, SUPPORT


@dataclass(frozen=True, slots=True)
class InventedGroup:
    """A group: ``service`` is a code of the catalogue, ``since`` counts the days back to its first meeting."""

    place: int
    kind: str
    title: str
    leader: str
    where: str
    since: int
    times: int
    minutes: int
    service: str = ""
    every: int = 7
    families: int = 6
    whom: str = PARENT
    hour: int = 17
    heads: int = 0
    homework: tuple[str, ...] = ()
    ends: bool = False
    # The last meeting so far was held, and nobody has marked yet who came.
    unmarked: bool = False


@dataclass(frozen=True, slots=True)
class InventedCircle:
    """A meeting about one family: who was invited besides, what was agreed; the first of it becomes a task."""

    place: int
    kind: str
    title: str
    leader: str
    where: str
    ago: int
    guests: tuple[tuple[str, bool], ...]
    agreed: tuple[str, ...]
    task: str = ""


G = InventedGroup
GROUPS: Final = (
    G(
        SUPPORT,
        "program",
        "Группа для родителей «Выдох»",
        "psychologist",
        "Большая комната, 2 этаж",
        66,
        12,
        120,
        "p5_group",
        families=7,
        homework=(
            "Три раза за неделю сказать ребёнку, что у него получилось.",
            "Заметить, что бывает за минуту до крика, и записать одним словом.",
            "Десять минут в день играть так, как хочет ребёнок.",
        ),
        unmarked=True,
    ),
    G(
        SUPPORT,
        "culture",
        "Мастерская «ХоббиДом»: делаем кормушки",
        "specialist",
        "Двор отделения",
        19,
        1,
        150,
        "p5_workshop",
        whom=EVERYBODY,
        hour=12,
        heads=11,
        ends=True,
    ),
    G(
        SHELTER,
        "program",
        "Вечерний круг мам",
        "manager.kc",
        "Гостиная кризисного центра",
        40,
        8,
        60,
        "p5_group",
        families=5,
        hour=19,
        homework=("Вечером назвать одно дело, которое сегодня удалось.",),
    ),
    G(
        RESIDENCE,
        "program",
        "Кухня вдвоём: готовим просто",
        "manager.kc",
        "Кухня отделения",
        33,
        6,
        90,
        "a7_skills",
        families=4,
        homework=("Сварить суп на два дня самой.", "Составить список покупок на неделю."),
    ),
    G(
        FAMILY_HELP,
        "program",
        "Зрелое родительство",
        "psychologist",
        "Офис, зал",
        59,
        10,
        120,
        "v24",
        homework=("Договориться дома об одном правиле.", "Провести вечер без экранов."),
    ),
    G(
        FAMILY_HELP,
        "camp",
        "Семейный лагерь «Пять дней у озера»",
        "manager2",
        "База «Лесное озеро»",
        96,
        5,
        480,
        "v25",
        every=1,
        families=5,
        whom=EVERYBODY,
        hour=10,
        ends=True,
    ),
    G(
        FAMILY_HELP,
        "culture",
        "Театр кукол: «Серая шейка»",
        "manager",
        "Городской театр кукол",
        24,
        1,
        90,
        "v22",
        whom=EVERYBODY,
        hour=11,
        heads=9,
        ends=True,
    ),
    G(
        NEARBY,
        "program",
        "Мамин круг",
        "psychologist",
        "Комната с камином",
        45,
        8,
        90,
        "t2_groups",
        families=4,
        whom=EVERYBODY,
        hour=11,
        homework=("Погулять с ребёнком по новой дороге.",),
    ),
    G(
        NEARBY,
        "culture",
        "Праздник двора",
        "manager.kc",
        "Двор центра",
        12,
        1,
        180,
        "t2_culture",
        families=4,
        whom=EVERYBODY,
        hour=15,
        heads=64,
        ends=True,
    ),
)
CIRCLES: Final = (
    InventedCircle(
        SUPPORT,
        "conference",
        "Семейная конференция",
        "manager",
        "Дома у бабушки",
        9,
        guests=(("Бабушка и её сестра", True), ("Крёстный, работает сменами", True), ("Соседка по площадке", False)),
        agreed=(
            "Бабушка забирает детей из сада по вторникам и четвергам.",
            "Крёстный чинит дверь и окно в детской.",
            "Если мама не отвечает до вечера, соседка звонит бабушке.",
        ),
        task="Забирать детей из сада по вторникам и четвергам",
    ),
    InventedCircle(
        NEARBY,
        "network",
        "Сетевая встреча: опека, сад, центр",
        "manager.kc",
        "Кабинет опеки",
        6,
        guests=(("Специалист опеки", True), ("Заведующая детским садом", True)),
        agreed=("Сад держит место до конца месяца.", "Центр раз в неделю рассказывает опеке, как дела."),
    ),
)


def days_of(one: InventedGroup, today: date) -> list[date]:
    """The days of its meetings, the last ones still to come where it goes on."""
    first = today - timedelta(days=one.since)
    return [first + timedelta(days=one.every * number) for number in range(one.times)]


def state_of(family: int, meeting: int) -> str:
    """Whoever comes often stays away now and then."""
    if (family + 2 * meeting) % 7 == 6:
        return "absent"
    return "excused" if (3 * family + meeting) % 11 == 10 else "came"


def homework_of(family: int, meeting: int) -> str:
    """What a family did at home."""
    return ("done", "done", "partly", "done", "not_done")[(family + meeting) % 5]
