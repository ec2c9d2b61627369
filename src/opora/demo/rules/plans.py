"""Plans of invented families: goals, tasks and what came of them, in the words of the work. Nobody's plans."""

from dataclasses import dataclass
from itertools import count
from typing import Final

# Who answers for an invented task; the mother stands for whoever the case is opened for.
MOTHER, MANAGER, SPECIALIST, PSYCHOLOGIST, VOLUNTEER, PARTNER = (
    "mother",
    "manager",
    "specialist",
    "psychologist",
    "volunteer",
    "partner",
)


@dataclass(frozen=True, slots=True)
class InventedTask:
    """What is to be done, by whom, so many days after the plan is drawn up."""

    who: str
    title: str
    days: int
    note: str = ""
    milestones: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class InventedGoal:
    """A goal in a section of the form, leading to a result of the chain, with its tasks."""

    section: int
    outcome: str
    title: str
    tasks: tuple[InventedTask, ...]
    levels: tuple[str, ...] = ()


WORDS: Final = (
    "Хочу, чтобы дети жили со мной и не боялись завтрашнего дня. Справлюсь, если рядом будет с кем посоветоваться.",
    "Мне важно найти работу рядом с садом и перестать занимать до зарплаты.",
    "Хочу меньше кричать и больше играть с детьми. Одной пока тяжело.",
    "Главное — своё жильё, хотя бы комната. Остальное сделаю сама.",
    "Хочу доучиться и забрать сына из продлёнки пораньше.",
)
GOALS: Final = (
    InventedGoal(
        1,
        "m4",
        "У мамы есть постоянный доход, которого хватает до конца месяца",
        (
            InventedTask(MOTHER, "Составить резюме и откликнуться на три вакансии", 14, "Два приглашения на встречу"),
            InventedTask(MANAGER, "Подать заявление на пособие и проверить ответ", 21, "Пособие назначено"),
        ),
    ),
    InventedGoal(
        7,
        "m12",
        "Дома говорят спокойно, ссоры не доходят до крика",
        (
            InventedTask(
                PSYCHOLOGIST, "Провести четыре встречи с мамой и детьми", 45, "Встречи прошли, договорились о правилах"
            ),
            InventedTask(
                MOTHER, "Каждый вечер десять минут играть с детьми без телефона", 30, "Получается почти каждый день"
            ),
        ),
        (
            "Ссоры каждый день, дети прячутся",
            "Ссоры через день, мама потом жалеет",
            "Ссоры раз в неделю, умеют остановиться",
            "Спорят без крика",
            "Сами решают споры и помогают друг другу",
        ),
    ),
    InventedGoal(
        4,
        "m10",
        "Ребёнок ходит в школу без пропусков и успевает по русскому и математике",
        (
            InventedTask(
                VOLUNTEER, "Заниматься математикой по субботам", 35, "Подтянули дроби, пятёрка за контрольную"
            ),
            InventedTask(MOTHER, "Раз в неделю говорить с классным руководителем", 28, "Пропусков нет"),
        ),
    ),
    InventedGoal(
        2,
        "m16",
        "Дети осмотрены врачами, прививки сделаны по возрасту",
        (
            InventedTask(MOTHER, "Записать детей к педиатру и стоматологу", 10, "Осмотры пройдены"),
            InventedTask(SPECIALIST, "Помочь оформить полис и прикрепиться к поликлинике", 18, "Полис получен"),
        ),
    ),
    InventedGoal(
        1,
        "m3",
        "Семья живёт в тёплой комнате, долг за жильё закрыт",
        (
            InventedTask(MANAGER, "Договориться об отсрочке долга и составить график", 20, "Отсрочка на полгода"),
            InventedTask(PARTNER, "Передать кровать и тёплые вещи", 12, "Вещи привезли"),
            InventedTask(MOTHER, "Платить по графику пятого числа", 40, "Два платежа внесены"),
        ),
    ),
    InventedGoal(
        1,
        "m2",
        "Семья сохраняет права на детей: документы собраны, суд пройден",
        (
            InventedTask(
                MANAGER,
                "Сопровождение в суде",
                60,
                "Суд встал на сторону семьи",
                (("Подать возражения", 10), ("Предварительное заседание", 25), ("Основное заседание", 50)),
            ),
            InventedTask(PARTNER, "Консультация юриста", 9, "Юрист взял дело"),
            InventedTask(MOTHER, "Собрать справки с работы и из школы", 15, "Справки собраны"),
        ),
    ),
    InventedGoal(
        6,
        "m15",
        "Мама замечает, когда ребёнку грустно, и умеет поддержать",
        (
            InventedTask(PSYCHOLOGIST, "Показать маме упражнения на успокоение", 20, "Мама пользуется двумя из них"),
            InventedTask(MOTHER, "Вести дневник настроения детей", 30, "Дневник ведёт, приносит на встречи"),
        ),
    ),
    InventedGoal(
        3,
        "m6",
        "Дома есть порядок дня: еда, сон и уроки в своё время",
        (
            InventedTask(
                SPECIALIST, "Составить вместе с мамой распорядок и меню на неделю", 14, "Распорядок висит на кухне"
            ),
            InventedTask(MOTHER, "Готовить горячее каждый день", 30, "Получается"),
            InventedTask(VOLUNTEER, "Привезти посуду и помочь собрать стол для уроков", 16, "Стол собран"),
        ),
    ),
    InventedGoal(
        8,
        "m8",
        "Рядом с семьёй есть люди, которые помогают с детьми",
        (
            InventedTask(
                MOTHER,
                "Помириться с бабушкой и договориться о выходных с детьми",
                25,
                "Бабушка берёт детей по воскресеньям",
            ),
            InventedTask(VOLUNTEER, "Гулять с детьми по средам, пока мама на курсах", 32, "Гуляли каждую среду"),
        ),
    ),
)
# Added to a plan on the way: who, what, and how many days from today it is due (before today: it is late).
ERRANDS: Final = (
    (VOLUNTEER, "Отвезти детям школьные принадлежности", 4),
    (MANAGER, "Позвонить в центр занятости и узнать про курсы", -6),
    (SPECIALIST, "Проверить, как прошла запись к врачу", 9),
    (VOLUNTEER, "Сводить старшего на занятие по рисованию", -3),
    (PSYCHOLOGIST, "Назначить следующую встречу с мамой", 2),
    (MOTHER, "Забрать справку из поликлиники", 6),
    (MANAGER, "Навестить семью дома", 1),
    (MOTHER, "Отнести заявление в детский сад", -9),
    (SPECIALIST, "Согласовать с партнёром день приёма", 13),
    (MANAGER, "Подготовить пересмотр плана вместе с мамой", 17),
    (VOLUNTEER, "Посидеть с младшим, пока мама у врача", 11),
    (PSYCHOLOGIST, "Встретиться с ребёнком в школе", -2),
)
HARM_CHILD: Final = "Навещать ребёнка каждую неделю и звонить через день"
HARM_MOTHER: Final = "Поддержать маму: встречи с психологом, подготовка к возвращению ребёнка"
CORRECTIONS: Final = (
    "Мама вышла на работу, сроки сдвинуты, добавлена цель про школу.",
    "После повторной оценки видно, что главное сейчас — отношения дома.",
    "Часть задач выполнена раньше срока, семья предложила новую цель.",
    "Сроки по документам перенесены: ответ ведомства ждали дольше.",
)
EVENTS: Final = (
    ("illness", "Младший две недели в больнице, мама с ним. Встречи перенесли."),
    ("moved", "Хозяин продаёт квартиру, семья переехала в соседний район."),
    ("death", "Умер дедушка, мама уезжала на похороны. Часть задач взяли на себя мы."),
    ("fire", "Короткое замыкание на кухне, никто не пострадал. Плита не работает."),
)
STEPS: Final = (
    ("intention", "Хочет вернуться на курсы парикмахеров"),
    ("step", "Сама позвонила в школу и договорилась о встрече"),
    ("step", "Попросила соседку посидеть с детьми и сходила к врачу"),
    ("intention", "Думает подать на алименты"),
    ("step", "Завела тетрадь расходов и принесла показать"),
)


class Rota:
    """Hands out goals and errands in their turn, so that a small demonstration has them all."""

    def __init__(self) -> None:
        self._goals = count()
        self._errands = count()

    def goals(self, number: int) -> list[InventedGoal]:
        """So many goals, each next family with others."""
        return [GOALS[next(self._goals) % len(GOALS)] for _ in range(number)]

    def errands(self, number: int) -> list[tuple[str, str, int]]:
        """So many errands."""
        return [ERRANDS[next(self._errands) % len(ERRANDS)] for _ in range(number)]
