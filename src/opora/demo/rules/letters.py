"""Invented letters to offices and from them, agreements and joint meetings; no office, number or person exists."""

from dataclasses import dataclass
from typing import Final

from opora.demo.rules.partners import InventedPartner

GUARDIANSHIP, COMMISSION, SCHOOLS = "Отдел опеки Приозёрского района", "Комиссия по делам детей", "Отдел образования"
PENSIONS, HOUSING, POLICE = "Социальный фонд, клиентская служба", "Жилищный отдел администрации", "Полиция, дела детей"
COURT, CARE = "Приозёрский районный суд", "Центр соцобслуживания «Забота»"
KINDERGARTEN, SHELTER, CLINIC = "Детский сад «Ромашка»", "Приют «Тихая гавань»", "Женская консультация на Садовой"


def _office(name: str, kind: str, services: str, conditions: str = "по письму") -> InventedPartner:
    return InventedPartner(name, kind, services, "семьи с детьми", conditions, 30, None)


OFFICES: Final = (
    _office(GUARDIANSHIP, "guardianship", "Опека, согласия, жильё детей"),
    _office(COMMISSION, "commission", "Межведомственный план, профилактика"),
    _office(SCHOOLS, "authority", "Места в садах и школах"),
    _office(PENSIONS, "authority", "Пособия, материнский капитал"),
    _office(HOUSING, "authority", "Очередь, маневренный фонд"),
    _office(POLICE, "police", "Безопасность детей", "звонком, потом письмом"),
    _office(COURT, "court", "Иски, алименты, лишение и восстановление прав"),
    _office(CARE, "social", "Социальная няня, срочная помощь"),
)


@dataclass(frozen=True, slots=True)
class InventedAnswer:
    """What came so many days after the letter, and what came of it."""

    after: int
    result: str
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class InventedLetter:
    """A letter of so many days ago; ``due`` days for the answer, none where none is waited for.

    ``direction`` in: what an office wrote to us. A letter that ``is_draft`` has no number yet.
    """

    kind: str
    office: str
    subject: str
    text: str
    before: int
    asked_by: str = "jointly"
    due: int | None = 30
    answer: InventedAnswer | None = None
    names_child: bool = False
    is_draft: bool = False
    direction: str = "out"


@dataclass(frozen=True, slots=True)
class InventedAgreement:
    """Signed so many days ago; ``left`` days until its end, less than none where it is over, None where it has none."""

    partner: str
    number: str
    signed_before: int
    left: int | None
    scope: str


@dataclass(frozen=True, slots=True)
class InventedMeeting:
    """A meeting of so many days ago with offices."""

    partners: tuple[str, ...]
    before: int
    topic: str
    present: str
    results: str


LETTERS: Final = {
    "support_and_shelter": (
        InventedLetter(
            "request",
            HOUSING,
            "О месте в маневренном фонде",
            "Семья живёт в доме, признанном аварийным.\n"
            "Просим сообщить, когда семья может получить место в маневренном фонде и какие документы для этого нужны.",
            44,
        ),
        InventedLetter(
            "voucher",
            SCHOOLS,
            "О месте в детском саду",
            "Мама выходит на работу. Просим помочь с местом в саду рядом с домом.",
            38,
            names_child=True,
            answer=InventedAnswer(17, "granted", "Место выделено с понедельника.", "214"),
        ),
        InventedLetter(
            "petition",
            PENSIONS,
            "О пересмотре отказа в пособии",
            "Доход семьи посчитали без учёта увольнения отца.\nПросим пересмотреть отказ, справку прилагаем.",
            25,
            asked_by="parent",
            answer=InventedAnswer(12, "part", "Назначено с месяца обращения.", "77-п"),
        ),
        InventedLetter(
            "information",
            COMMISSION,
            "О работе с семьёй",
            "Семья на сопровождении, план выполняется, дети посещают школу и сад.",
            12,
            asked_by="staff",
            due=None,
        ),
        InventedLetter(
            "request",
            GUARDIANSHIP,
            "О встрече бабушки с детьми",
            "Бабушка просит о встречах с внуками по выходным.\nПросим сообщить мнение отдела.",
            9,
            names_child=True,
        ),
        InventedLetter(
            "certificate",
            CARE,
            "О том, что семья на сопровождении",
            "Справка дана для получения социальной няни.",
            3,
            due=None,
            is_draft=True,
        ),
    ),
    "crisis_department": (
        InventedLetter(
            "request",
            HOUSING,
            "О постановке семьи в очередь",
            "Просим сообщить, какие документы нужны для постановки семьи в очередь на жильё.",
            48,
            answer=InventedAnswer(28, "refused", "Нет пяти лет прописки.", "1193"),
        ),
        InventedLetter(
            "certificate",
            CLINIC,
            "О проживании в центре",
            "Справка дана для прикрепления мамы и ребёнка к поликлинике по адресу центра.",
            20,
            asked_by="staff",
            due=None,
        ),
        InventedLetter(
            "request",
            COMMISSION,
            "Просят сообщить, как семья живёт в центре",
            "Комиссия рассматривает вопрос о снятии семьи с учёта.",
            5,
            due=10,
            direction="in",
            asked_by="",
        ),
        InventedLetter(
            "petition",
            SCHOOLS,
            "О переводе в школу рядом с центром",
            "Дорога в прежнюю школу занимает полтора часа.\nПросим перевести ребёнка в ближайшую школу.",
            16,
            names_child=True,
        ),
    ),
    "family_help": (
        InventedLetter(
            "petition",
            COURT,
            "О рассрочке долга",
            "Просим учесть, что отец начал работать, а семья платит по соглашению.",
            33,
            asked_by="parent",
            answer=InventedAnswer(20, "granted", "Рассрочка на год.", "2-418"),
        ),
        InventedLetter(
            "voucher",
            KINDERGARTEN,
            "О группе на полдня",
            "Просим принять ребёнка в группу на полдня, пока мама оформляет документы.",
            21,
            names_child=True,
            due=14,
        ),
        InventedLetter(
            "request",
            POLICE,
            "О профилактической беседе с соседом",
            "Сосед угрожает семье. Просим принять меры и сообщить о них.",
            8,
            asked_by="staff",
            due=10,
        ),
    ),
    "mama_ryadom": (
        InventedLetter(
            "request",
            GUARDIANSHIP,
            "О закреплённом жилье",
            "Мама выросла в детском доме.\nПросим сообщить, закреплено ли за ней жильё и в каком оно состоянии.",
            41,
            answer=InventedAnswer(26, "granted", "Жильё закреплено, ордер можно получить в отделе.", "ОП-56"),
        ),
        InventedLetter(
            "petition",
            PENSIONS,
            "О назначении единого пособия",
            "Просим назначить пособие с месяца рождения ребёнка.",
            18,
            asked_by="parent",
            names_child=True,
        ),
        InventedLetter(
            "certificate",
            CARE,
            "О нуждаемости в социальной няне",
            "Справка дана для получения социальной няни.",
            6,
            asked_by="staff",
            due=None,
        ),
    ),
}
# About no family: the organization writes for itself, or somebody writes to it.
GENERAL: Final = (
    InventedLetter(
        "request", CARE, "О продлении соглашения о социальной няне", "Просим продлить соглашение на год.", 61, due=30
    ),
    InventedLetter(
        "letter",
        SCHOOLS,
        "О совместной неделе подготовки к школе",
        "Предлагаем провести в августе неделю подготовки к школе для семей района.",
        70,
        answer=InventedAnswer(15, "granted", "Готовы участвовать, ждём план.", "301"),
    ),
    InventedLetter(
        "information",
        COMMISSION,
        "Дата заседания комиссии",
        "Заседание переносится на четверг, 14:00.",
        14,
        due=None,
        direction="in",
    ),
)
AGREEMENTS: Final = (
    InventedAgreement(
        GUARDIANSHIP, "12/О", 340, 25, "Обмен сведениями о семьях, которые согласились на это, и общие визиты."
    ),
    InventedAgreement(COMMISSION, "4", 150, 580, "Участие в межведомственном плане и заседаниях комиссии."),
    InventedAgreement(SHELTER, "", 400, None, "Временное жильё для мам с детьми по нашему звонку."),
    InventedAgreement(CLINIC, "31-С", 760, -30, "Приём беременных без очереди по нашему направлению."),
)
MEETINGS: Final = (
    InventedMeeting(
        (GUARDIANSHIP, COMMISSION),
        11,
        "Как раньше узнавать о трудностях в семье",
        "Опека: двое специалистов. Комиссия: секретарь. Мы: руководитель и два куратора.",
        "Школы передают тревожные сигналы нам и в комиссию в один день. Первая сверка через месяц.",
    ),
    InventedMeeting(
        (SCHOOLS, KINDERGARTEN),
        47,
        "Места в садах для семей в кризисе",
        "Отдел образования, три заведующие, мы.",
        "Две резервные путёвки в квартал. Письмо с нашей стороны — по образцу.",
    ),
    InventedMeeting(
        (POLICE,), 83, "Что делать ночью, если ребёнку опасно оставаться дома", "Инспекторы и дежурные центра.", ""
    ),
)
ADDRESSEES: Final = {
    GUARDIANSHIP: ("начальник отдела", "Ершова Лидия Павловна"),
    COMMISSION: ("председатель комиссии", "Тихонов Глеб Андреевич"),
    SCHOOLS: ("начальник отдела", "Маркова Инна Юрьевна"),
    HOUSING: ("начальник отдела", "Седов Виктор Ильич"),
}
