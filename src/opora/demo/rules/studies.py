"""Words of invented studies: what stands before a panel that votes. Nobody's words."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Study:
    """A report and a form of risks and resources, as they are given to a vote."""

    sections: dict[str, str]
    risks: dict[str, str]
    resources: dict[str, str]
    needs: str


STUDIES: Final = (
    Study(
        sections={
            "situation": "Мама одна растит детей. С сентября задержана зарплата, за съёмную квартиру накопился долг. "
            "Старшая пропускает уроки: сидит с младшими, пока мама на работе.",
            "resources": "Мама сама пришла на встречу и готова работать вместе. Тётя берёт детей по выходным. "
            "До этой осени семья справлялась без помощи.",
            "voice": "Хозяйка просит съехать до конца месяца, а идти нам некуда.",
            "unknowns": "Где отец детей и платит ли он алименты. Можно ли договориться с хозяйкой о рассрочке.",
            "recommendation": "Взять на сопровождение на шесть месяцев: рассрочка долга, пособия, место в саду, "
            "помощь старшей с учёбой.",
        },
        risks={"no_housing": "high", "no_supervision": "medium", "debts_hunger": "medium", "addiction": "none"},
        resources={"relative": "yes", "motivation": "yes", "income": "partly", "housing": "no"},
        needs="Жильё после конца месяца, место в саду, оформление пособий.",
    ),
    Study(
        sections={
            "situation": "Мама с младенцем ушла из дома после ссоры, ночует у знакомых. Документы и вещи остались там.",
            "resources": "Мама заботится о ребёнке, здорова, у неё есть профессия. Знакомые могут приютить на неделю.",
            "voice": "Мне только бы выспаться и понять, с чего начать.",
            "unknowns": "Безопасно ли вернуться за документами. Примет ли бабушка.",
            "recommendation": "Принять в кризисный центр на три месяца, восстановить документы, искать жильё.",
        },
        risks={"no_housing": "critical", "infant": "yes", "isolation": "medium"},
        resources={"health": "yes", "parenting": "yes", "education": "yes", "community": "partly"},
        needs="Безопасное место, документы, одежда и смесь для ребёнка.",
    ),
)
