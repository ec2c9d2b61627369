"""What the invented centres are like."""

from dataclasses import dataclass

from opora.demo.rules.staff import COORDINATORS, NEARBY, RESIDENCE, SHELTER


@dataclass(frozen=True, slots=True)
class Centre:
    """A centre of a department (none: a partner's) with its rooms: name, beds, cots."""

    name: str
    place: int | None
    rooms: tuple[tuple[str, int, int], ...]

    @property
    def coordinator(self) -> str:
        return COORDINATORS[self.place] if self.place is not None else ""


CENTRES = (
    Centre(
        "Кризисный центр «Тёплый дом»",
        SHELTER,
        (("Комната 1", 3, 1), ("Комната 2", 3, 1), ("Комната 3", 4, 0), ("Комната 4", 2, 1), ("Комната 5", 4, 1)),
    ),
    Centre("Кризисное отделение", RESIDENCE, (("Комната 1", 3, 1), ("Комната 2", 3, 1), ("Комната 3", 4, 1))),
    Centre("Квартира «Мама рядом»", NEARBY, (("Детская", 3, 1), ("Большая комната", 4, 1))),
    Centre("Приют «Тихая гавань»", None, (("Общая комната", 5, 0),)),
)

# So many families of support live in the partner's shelter: then it is full, and another one waits.
IN_SHELTER = 4
REASONS = ("violence", "no_home", "respite", "leaving_care")
# Where families went, with the children or not, whether help goes on.
WENT = (
    ("rented", "all", True),
    ("own_home", "all", True),
    ("relatives", "all", False),
    ("rented", "all", False),
    ("unknown", "unknown", None),
)
LONGER = ("Договор на квартиру подпишут через две недели.", "Ждём решения суда об алиментах.")
NO_LONGER = "Жильё у сестры готово, место нужно другой семье."
CROWDED = "Свободных мест нет, маме с детьми негде ночевать. Поставим раскладушки в большой комнате."
# Who waits for a place: how urgently, for how many days already, how many people, what was said.
WAITING = (
    ("tonight", 1, 3, "Сегодня ночуют у подруги, завтра идти некуда."),
    ("days", 6, 2, "Хозяйка просит освободить комнату до конца месяца."),
)
MENDED = "Привезли продукты, разобрали вместе с мамами. Молока не хватило, довезут завтра."

# What was put right or taken back of a stay: what stands there now or stood there, and why.
REASON_MENDED = ("no_home", "Сначала записали со слов по телефону")
AWAY_MENDED = ("Ночует у бабушки с младшим.", "Осталась на вторую ночь")
AWAY_VOIDED = ("Ночует у подруги.", "Вернулась вечером, ночевала здесь")
DAY_MENDED = "Хозяйка квартиры передаст ключи на неделю позже"
NOT_PREPARED = ("Хочет вернуться в свой посёлок.", "Запись о другой семье")
LEFT_MENDED = ("С бабушкой, она живёт рядом.", "Позвонили после переезда")
# Somebody was taken in by mistake.
NEVER_CAME = "Заселили не ту семью, эта живёт дома"

ROUTINE = (
    (7, 0, "Подъём, умывание"),
    (8, 0, "Завтрак"),
    (10, 0, "Прогулка"),
    (13, 0, "Обед"),
    (14, 0, "Дневной сон младших"),
    (16, 0, "Занятия, игры с детьми"),
    (17, 0, "Уборка, стирка, готовка"),
    (18, 30, "Ужин"),
    (20, 30, "Купание, сказка, отбой"),
)
MARKS = ("kept", "kept", "partly", "kept", "kept", "kept", "not")
# The skill, how it is on coming, in how many days a lesson is planned.
SKILLS = (("cooking", 1, 2), ("laundry", 2, 4), ("child_care", 1, 6), ("budget", 0, 9))
# What, whose, due in so many days, whether it is a step of the life after leaving.
ISSUES = (
    ("Договориться о съёмной квартире, посмотреть договор", "case_manager", 6, False),
    ("Подать заявление на единое пособие", "family", 4, False),
    ("Перевести ребёнка в сад по новому адресу", "family", 10, False),
    ("Первые две недели звонить каждый вторник", "specialist", 20, True),
)
# So many days ago, the hour, note or incident with its weight, what happened, what was done.
NOTES = (
    (0, 9, "note", "", "Привезли продукты, разобрали вместе с мамами.", ""),
    (1, 22, "note", "", "Ребёнок долго не засыпал, мама справилась сама.", ""),
    (2, 18, "incident", "minor", "Мамы поспорили из-за кухни.", "Поговорили, составили очередь на неделю."),
    (3, 11, "note", "", "Приходил сантехник, горячая вода есть.", ""),
    (4, 23, "incident", "serious", "Бывший муж пришёл к воротам и кричал.", "Вызвали охрану, позвонили руководителю."),
    (5, 15, "note", "", "Гуляли в парке, дети довольны.", ""),
    (38, 21, "incident", "minor", "Ребёнок обжёг палец о плиту.", "Обработали, показали врачу."),
    (120, 2, "incident", "danger", "Ночью сработала пожарная сигнализация.", "Вывели всех, вызвали пожарных."),
    (260, 19, "incident", "serious", "Мама ушла и не вернулась к ночи.", "Позвонили ей и сестре, вернулась утром."),
    (400, 16, "incident", "minor", "Подростки подрались.", "Поговорили с каждым, помирились."),
)
HANDOVER = (
    "Ночь прошла спокойно. У младшего из комнаты 2 температура 37,2, утром покажем врачу. Ключ от кладовой в сейфе."
)
