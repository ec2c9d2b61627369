"""What an ordinary month with a family is made of: calls, visits, letters, steps of its own. Nobody's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import cycle, islice
from typing import Final


@dataclass(frozen=True, slots=True)
class Everyday:
    """One record of an ordinary day: its kind, the hour, with whom it was and two lines about it."""

    kind: str
    at: time
    text: str
    party: str = "mother"
    result: str = "reached"
    whom: str = ""


EVERYDAY: Final = (
    Everyday("visit", time(16, 20), "Дома тепло, дети накормлены. Старшая показала тетради: три пятёрки."),
    Everyday("call", time(11, 5), "Напомнила о справке о доходах, мама принесёт её в пятницу."),
    Everyday("step", time(12), "Сама записала младшего к неврологу и съездила на приём."),
    Everyday(
        "letter", time(10), "Попросили о бесплатных обедах до конца года.", "organisation", "sent", "школа, завуч"
    ),
    Everyday("meeting", time(14), "Вместе заполнили заявление на единое пособие, мама подпишет его сегодня."),
    Everyday("call", time(18, 40), "Не берёт трубку, перезвоним завтра днём.", result="not_reached"),
    Everyday("visit", time(17), "Починили кран, в детской стало чисто. Дети сами накрыли на стол."),
    Everyday("observation", time(15, 30), "Встретила старшую у школы: идёт с подругой, смеётся, одета по погоде."),
    Everyday("call", time(9, 30), "Мама рассказала, что её взяли на пробную неделю в пекарню."),
    Everyday("meeting", time(13, 15), "Бабушка готова брать младшего по средам и пятницам.", "relative"),
    Everyday("step", time(12), "Договорилась с хозяйкой о рассрочке, первый платёж внесла вовремя."),
    Everyday("visit", time(11, 30), "Говорили о режиме: мама повесила на холодильник расписание на неделю."),
    Everyday(
        "letter", time(12), "Запросили, какие документы нужны для места в саду.", "organisation", "sent", "детский сад"
    ),
    Everyday("call", time(16), "Папа перевёл деньги на обувь детям и приедет в субботу.", "father"),
    Everyday("meeting", time(15), "Мама устала, но справляется. Договорились о встрече с психологом.", result="agreed"),
    Everyday("observation", time(17, 45), "В комнате стало светлее: повесили новые шторы, на окне детские рисунки."),
)
# Days from today and hours of the visits that one person plans, in turn; nobody is in two homes at once.
AHEAD: Final = (
    (0, time(16, 20)),
    (1, time(9, 30)),
    (0, time(18)),
    (3, time(11)),
    (6, time(15, 30)),
    (2, time(14)),
    (4, time(10, 30)),
    (1, time(17)),
    (7, time(12)),
)
# What the way of a family stood on and what did not hold: by the name of the assumption, in the words of who saw it.
FAILED: Final = (
    ("outcome_chain:a4", "В саду сказали: очередь на год вперёд, а прописки в городе у семьи нет."),
    ("outcome_chain:a3", "Бабушка, которая сидела с детьми, сама просит денег и приводит знакомых."),
    ("outcome_chain:a1", "Суд отложил заседание в третий раз, ребёнок всё это время в учреждении."),
)
# Between two records of one family so many days pass, in turn.
_PAUSES: Final = (3, 5, 4, 8, 6, 9)


def days_of(number: int, *, since: date, until: date, most: int) -> Iterator[tuple[date, Everyday]]:
    """What is recorded of a family, the newest first, never before the work began; another family begins elsewhere."""
    on = until - timedelta(days=1 + number % 4)
    pauses = cycle(_PAUSES[number % 3 :] + _PAUSES[: number % 3])
    for one in islice(cycle(EVERYDAY[number * 3 % len(EVERYDAY) :] + EVERYDAY[: number * 3 % len(EVERYDAY)]), most):
        if on <= since:
            return
        yield on, one
        on -= timedelta(days=next(pauses))
