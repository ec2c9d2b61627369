"""What the invented families receive: services of each practice's own catalogue, by whom, how often, where."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

# Who gives a service: a key of the staff, whoever works with the family, or an organization beside ours.
MANAGER, PARTNER = "manager", "partner"
PARENT, CHILD, EVERYBODY = "parent", "child", "everybody"
_EVERY: Final = 9
_MISSED: Final = 4


@dataclass(frozen=True, slots=True)
class InventedService:
    """A service as a family receives it; ``code`` is that of its catalogue, ``ahead`` what is still to come of it."""

    code: str
    who: str
    times: int
    minutes: int
    where: str = "office"
    whom: str = PARENT
    note: str = ""
    ahead: int = 1
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a practice gives: in the first days, then by turns one of several sets, and once to several families."""

    first: tuple[InventedService, ...]
    sets: tuple[tuple[InventedService, ...], ...]
    together: InventedService


S = InventedService
OFFERS: Final = {
    "support_and_shelter": Offer(
        first=(
            S("p1_signal", MANAGER, 1, 15, "remote"),
            S("p3_meeting", MANAGER, 1, 60, "home", EVERYBODY, "Познакомились. Мама рассказала, что тревожит больше."),
        ),
        sets=(
            (
                S("p4_visit", MANAGER, 8, 75, "home", EVERYBODY, "Дома спокойно, дети сыты. Разобрали неделю.", 3),
                S("p5_session", "psychologist", 5, 50, note="Говорили о том, что помогает не сорваться.", ahead=2),
                S("p3_legal", PARTNER, 2, 45, "partner", note="Разобрали долг за квартиру.", provider="partner"),
                S("p6_kit", MANAGER, 2, 15, "home", EVERYBODY, ahead=0),
                S("p3_map", MANAGER, 2, 45, "home", note="Нарисовали вместе, кто рядом и кому можно позвонить."),
                S("p3_plan", MANAGER, 2, 60, whom=EVERYBODY, note="Прошли по целям: две достигнуты, одну уточнили."),
            ),
            (
                S("p4_visit", MANAGER, 6, 60, "home", EVERYBODY, "Обсудили режим, договорились о враче.", 2),
                S("p5_therapy", "psychologist", 6, 60, ahead=3),
                S("p5_child", "specialist", 6, 45, whom=CHILD, note="Занимались с карточками, слов стало больше."),
                S("p6_shop", MANAGER, 1, 30, whom=EVERYBODY, ahead=0),
                S("p3_diagnostics", MANAGER, 1, 90, "home", EVERYBODY, ahead=0),
            ),
            (
                S("p5_group", "psychologist", 6, 120, note="Тема встречи: детские истерики.", ahead=2),
                S("p3_scaling", MANAGER, 3, 30, note="По своей шкале мама поднялась на одну ступень."),
                S("p4_housing", PARTNER, 1, 90, "home", EVERYBODY, provider="other_program"),
                S("p4_visit", MANAGER, 4, 60, "home", EVERYBODY),
            ),
        ),
        together=S("p5_workshop", "volunteer", 1, 120, whom=EVERYBODY, provider="other_program"),
    ),
    "crisis_department": Offer(
        first=(
            S("a1_phone", MANAGER, 1, 20, "remote", note="Рассказали, какая помощь есть и где ещё помогут."),
            S("a1_referred", MANAGER, 1, 15, "remote"),
            S("a1_visit", MANAGER, 1, 60),
        ),
        sets=(
            (
                S("a3_therapy", "psychologist", 8, 60, ahead=3),
                S("a4_bond", "psychologist", 6, 45, whom=EVERYBODY, note="Играли втроём, мама слышит малыша.", ahead=2),
                S("a7_skills", "volunteer", 4, 90, note="Готовили суп и кашу на два дня.", ahead=0),
                S("a5_consultation", PARTNER, 1, 45, "partner", provider="partner"),
                S("a2_plan", MANAGER, 3, 60, whom=EVERYBODY, note="Поставили три цели до весны.", ahead=1),
                S("a7_routine", MANAGER, 2, 30, whom=EVERYBODY, note="Подъём, завтрак, сад: расписание на двери."),
                S("a6_map", MANAGER, 1, 45, note="Кого можно попросить о помощи: тётя, подруга, школа."),
            ),
            (
                S("a3_motivation", MANAGER, 4, 40, note="Мама сама назвала, ради чего ей это."),
                S("a4_skills", "specialist", 5, 60, whom=EVERYBODY, note="Купание, сон, прикорм.", ahead=2),
                S("a8_support", MANAGER, 3, 90, "authority", note="Подали заявление на пособие.", ahead=1),
                S("a9_goods", MANAGER, 1, 15, whom=EVERYBODY, ahead=0),
                S("a5_plan", PARTNER, 3, 60, "partner", note="Готовим иск об алиментах.", provider="partner"),
                S("a6_mediation", MANAGER, 2, 60, note="Тётя готова пустить на месяц.", whom=EVERYBODY),
                S("a10_exit", MANAGER, 2, 45, whom=EVERYBODY, note="Смотрели комнату, считали, на что жить."),
            ),
        ),
        together=S("a4_skills", "psychologist", 1, 90, whom=EVERYBODY),
    ),
    "family_help": Offer(
        first=(S("v3", MANAGER, 1, 30, "remote", note="Рассказали, какие выплаты положены."),),
        sets=(
            (
                S("v26", "psychologist", 6, 50, note="Говорили об усталости и о том, кто может помочь.", ahead=2),
                S("v4", MANAGER, 3, 120, "authority", note="Вместе сходили в МФЦ.", ahead=0),
                S("v12", "volunteer", 4, 120, "home", EVERYBODY, "Разобрали балкон и детский шкаф."),
                S("v21", PARTNER, 6, 60, "remote", CHILD, provider="other_program", ahead=2),
                S("v18", MANAGER, 3, 60, note="Бабушка согласилась забирать внука из сада.", ahead=1),
                S("v29", MANAGER, 3, 45, whom=EVERYBODY, note="Пересмотрели план: работа важнее курсов."),
                S("v5", MANAGER, 4, 45, note="Составили резюме, откликнулись на три вакансии.", ahead=1),
            ),
            (
                S("v2", "specialist", 3, 150, "authority", note="Заседание перенесли, готовим характеристику."),
                S("v24", "psychologist", 6, 120, ahead=2),
                S("v16", MANAGER, 4, 60, "home", EVERYBODY, "Составили расписание дня и развесили дома."),
                S("v17", "volunteer", 2, 90, "elsewhere", EVERYBODY, ahead=0),
                S("v1", MANAGER, 2, 180, "authority", note="Подали иск о восстановлении в правах.", ahead=1),
                S("v19", MANAGER, 1, 120, whom=EVERYBODY, note="Собрались тётя, крёстная, соседка и школа.", ahead=0),
                S("v28", PARTNER, 2, 60, "partner", note="Врач подобрал лечение.", provider="partner"),
                S("v25", MANAGER, 1, 480, "elsewhere", EVERYBODY, ahead=0),
            ),
            (
                S("v20", "psychologist", 5, 45, whom=CHILD, note="Рисовали семью, стал разговорчивее.", ahead=2),
                S("v27", PARTNER, 1, 40, "partner", CHILD, "Логопед: заниматься дважды в неделю.", provider="partner"),
                S("v30", MANAGER, 3, 40, note="Решила сама позвонить в службу занятости."),
                S("v13", "volunteer", 4, 120, "home", CHILD),
                S("v23", "psychologist", 4, 60, whom=EVERYBODY, ahead=1),
                S("v15", PARTNER, 1, 60, "partner", EVERYBODY, provider="other_program", ahead=0),
                S("v14", MANAGER, 2, 120, "remote", EVERYBODY, "Собираем справки для отъезда к сестре.", ahead=1),
            ),
        ),
        together=S("v22", "volunteer", 1, 180, "elsewhere", EVERYBODY, "Были в театре кукол."),
    ),
    "mama_ryadom": Offer(
        first=(
            S("t1_line", MANAGER, 1, 15, "remote"),
            S("t1_signals", MANAGER, 1, 15, "remote"),
            S("t1_interview", MANAGER, 1, 60),
            S("t1_papers", MANAGER, 1, 30, note="Заявление, договор, согласие: прочли вместе и подписали."),
        ),
        sets=(
            (
                S("t2_sessions", "psychologist", 6, 50, note="Учимся замечать, когда устала.", ahead=2),
                S("t2_groups", "psychologist", 5, 90, whom=EVERYBODY, ahead=1),
                S("t4_letters", MANAGER, 2, 45, note="Запрос в опеку о закреплённом жилье.", ahead=0),
                S("t3_giving", MANAGER, 2, 20, whom=EVERYBODY, ahead=0),
                S("t1_living", MANAGER, 2, 30, whom=EVERYBODY, note="Поставили кроватку у окна.", ahead=0),
                S("t4_informing", MANAGER, 1, 30, "remote", ahead=0),
            ),
            (
                S("t2_advice", MANAGER, 5, 40, note="Обсудили переезд к сестре.", ahead=2),
                S("t2_diagnostics", "psychologist", 1, 60, whom=EVERYBODY, ahead=0),
                S("t2_sessions", "psychologist", 4, 50),
                S("t2_plan", MANAGER, 3, 60, whom=EVERYBODY, note="Решили, что сначала документы, потом сад."),
                S("t4_gathering", MANAGER, 2, 60, "remote", ahead=0),
            ),
        ),
        together=S("t2_culture", "volunteer", 1, 150, "elsewhere", EVERYBODY, "Ездили на ферму к козам."),
    ),
}
NOTES: Final = (
    ("therapy", "Впервые говорила о том, что было дома с отчимом. Вернёмся к этому, когда будет готова."),
    ("psychology", "Тревога высокая, спит по четыре часа. Предложила врача, взяла время подумать."),
    ("therapy", "Держится на старшей дочери. Ищем, на кого ещё можно опереться."),
)


def days_given(one: InventedService, *, since: date, until: date, turn: int, goes_on: bool) -> list[tuple[date, str]]:
    """The days of a service up to ``until`` and what came of each; the last ones are still to come."""
    done = one.times - (one.ahead if goes_on else 0)
    days = [until - timedelta(days=turn % _EVERY + _EVERY * back) for back in range(max(done, 0))]
    found = [day for day in sorted(days) if day >= since]
    return [(day, _came(number + turn, one)) for number, day in enumerate(found)]


def _came(number: int, one: InventedService) -> str:
    """Whoever comes often misses a session now and then."""
    if one.times < _MISSED or number % 5 != _MISSED:
        return "held"
    return "cancelled" if number % 2 else "no_show"
