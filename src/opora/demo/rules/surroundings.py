"""What changes in invented lives, and who is around invented families. Nobody's words."""

from dataclasses import dataclass
from typing import Final

PARENT, CHILD, FAMILY = "parent", "child", "family"


@dataclass(frozen=True, slots=True)
class Told:
    """Something became so so many days before today."""

    before: int
    kind: str
    value: str = ""
    number: int | None = None
    item: str = ""
    about: str = FAMILY
    rated_by: str = ""
    expected_in: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody around a family: then and now the tie may be another one."""

    kind: str
    name: str
    then: str = ""
    now: str = ""
    strength: int = 2
    direction: str = "both"
    agreed: str = ""
    sex: str = ""


STORIES: Final[tuple[tuple[Told, ...], ...]] = (
    (
        Told(3_100, "housing", "own", note="Жили в доме бабушки в области."),
        Told(900, "housing", "with_relatives"),
        Told(420, "housing", "none", note="Хозяин попросил освободить комнату."),
        Told(300, "housing", "crisis_center"),
        Told(70, "housing", "rented", note="Комната у хозяйки, договор на одиннадцать месяцев."),
        Told(420, "employment", "none", about=PARENT),
        Told(200, "employment", "looking", about=PARENT),
        Told(60, "employment", "part_time", about=PARENT, note="Помощник повара, сутки через трое."),
        Told(300, "income", number=14_000, about=PARENT),
        Told(60, "income", number=36_500, about=PARENT),
        Told(250, "entitlement", "not_applied", item="alimony", about=CHILD),
        Told(90, "entitlement", "applied", item="alimony", about=CHILD, expected_in=9),
        Told(150, "entitlement", "granted", 13_400, item="child_benefit", about=CHILD),
        Told(280, "stage_of_change", "contemplation", about=PARENT),
        Told(160, "stage_of_change", "preparation", about=PARENT),
        Told(50, "stage_of_change", "action", about=PARENT),
        Told(280, "scaling", number=3, item="coping", about=PARENT, rated_by="client"),
        Told(50, "scaling", number=7, item="coping", about=PARENT, rated_by="client"),
        Told(50, "scaling", number=5, item="coping", about=PARENT, rated_by="specialist"),
        Told(280, "emotional", "unsteady", about=PARENT, rated_by="specialist"),
        Told(150, "emotional", "tense", about=PARENT, rated_by="specialist"),
        Told(50, "emotional", "fairly_steady", about=PARENT, rated_by="specialist"),
        Told(280, "skill", "with_help", item="budget", about=PARENT),
        Told(50, "skill", "alone", item="budget", about=PARENT),
    ),
    (
        Told(2_000, "housing", "social_rent"),
        Told(500, "education", "waiting_list", about=CHILD),
        Told(260, "education", "nursery", about=CHILD),
        Told(260, "attendance", "misses_often", about=CHILD),
        Told(40, "attendance", "attends", about=CHILD),
        Told(
            240,
            "legal",
            "strategy",
            item="deprivation_prevented",
            about=PARENT,
            note="Собрать характеристики, прийти в суд.",
        ),
        Told(120, "legal", "hearing", item="deprivation_prevented", about=PARENT, expected_in=14),
        Told(240, "routine", "not_kept"),
        Told(45, "routine", "partly_kept"),
        Told(240, "trust", number=2, item="team", about=PARENT, rated_by="specialist"),
        Told(45, "trust", number=4, item="team", about=PARENT, rated_by="client"),
        Told(200, "health", "untreated", about=CHILD, note="Нужен аллерголог."),
        Told(80, "health", "treated", about=CHILD),
    ),
    (
        Told(600, "housing", "rented"),
        Told(30, "housing", "none", note="Ночуют у разных знакомых."),
        Told(30, "employment", "informal_risky", about=PARENT),
        Told(30, "stage_of_change", "precontemplation", about=PARENT),
        Told(30, "basic_needs", "partly", item="home", about=CHILD),
    ),
)
CIRCLES: Final[tuple[tuple[Someone, ...], ...]] = (
    (
        Someone(
            "relative",
            "Бабушка Тамара",
            "broken",
            "supportive",
            3,
            agreed="Звонит по воскресеньям, берёт детей на выходные.",
            sex="f",
        ),
        Someone(
            "partner",
            "Олег, отец младшей",
            "stressful",
            "stressful",
            3,
            "to_family",
            "Видится с дочкой только при бабушке.",
            "m",
        ),
        Someone("neighbor", "Соседка Галина", "supportive", "supportive", 1, "to_family"),
        Someone("organization", "Школа", "mixed", "supportive", 2, agreed="Учитель сначала звонит маме."),
        Someone("friend", "Подруга Лена", "", "supportive", 2),
    ),
    (
        Someone("relative", "Брат Сергей", "broken", "broken", sex="m"),
        Someone("organization", "Поликлиника", "mixed", "mixed", 2, "from_family"),
        Someone("specialist", "Участковый педиатр", "supportive", "supportive", 2, "to_family"),
    ),
    (Someone("friend", "Знакомые из общежития", "mixed", "mixed", 2),),
)
TALKS: Final = (
    ("Согласилась брать младшего на выходные, о прошлом говорить не хочет.", "Позвонить после первых выходных", 6),
    ("Обещал не приходить без звонка.", "", None),
    ("Готовы пустить на две недели.", "Узнать, есть ли место в центре", 3),
)
# What the family needs, whether somebody outside must help, which of our partners does (by kind), whom to ask there.
NEEDS: Final = (
    (
        ("Место в детском саду рядом с домом", "yes", "education", "Заведующая", ""),
        ("Долг за квартиру: рассрочка", "yes", "law", "Дежурный юрист", "obtained"),
        ("Режим дня и сон младшего", "no", "", "", ""),
    ),
    (
        ("Работа на полдня", "yes", "work", "Инспектор по подбору", ""),
        ("Кроватка и коляска", "yes", "charity", "", ""),
        ("Пособие на детей: положено ли", "", "", "", ""),
    ),
    (
        ("Где пожить до решения суда", "yes", "crisis", "Дежурный администратор", ""),
        ("Лечение зубов у старшего", "yes", "", "", ""),
    ),
)
# Who of the circle is one of them, by the circle and what they are to the client.
KIN: Final = {0: {"mother": 0}, 1: {"sibling": 0}}
# How the client gets on with them, by the circle of people the family has.
BONDS: Final = {"mother": ("close", "conflict", "distant"), "sibling": ("close", "cut_off", "distant")}
# The generation before: what somebody is to the client, the name, born and died.
ELDERS: Final = (
    ("mother", "Тамара Ильинична", 1958, None),
    ("father", "Иван Петрович", 1955, 2016),
    ("sibling", "Сергей", 1984, None),
)
