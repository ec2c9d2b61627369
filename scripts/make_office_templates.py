"""Write the Word templates of letters to offices and of composed documents that come with Opora.

Run it after changing the words: .venv/bin/python scripts/make_office_templates.py
"""

from make_letter_templates import LINE, write

HEAD = (
    "{{ organization.name }}",
    "{{ organization.address }}, тел. {{ organization.phones }}, {{ organization.email }}",
    "ИНН {{ organization.inn }}, ОГРН {{ organization.ogrn }}",
    "№ {{ number }} от {{ day }}",
    "{%p if addressee.post or addressee.name %}",
    "{{ addressee.post_dative }} {{ addressee.name_dative }}",
    "{%p endif %}",
    "{{ addressee.organization }}",
)
SIGNED = (
    "",
    f"{{{{ signatory.post }}}} {LINE} / {{{{ signatory.name }}}} /",
    "Исполнитель: {{ worker }}",
)
TEXT = ("{%p for line in text %}", "{{ line }}", "{%p endfor %}")
DETAILS = (
    "{% if one.birth_date %}, дата рождения {{ one.birth_date }}{% endif %}"
    "{% if one.address %}, адрес: {{ one.address }}{% endif %}"
    "{% if one.phone %}, телефон: {{ one.phone }}{% endif %}"
    "{% if one.documents %}, документ: {{ one.documents }}{% endif %}"
)
GROUND = ("{%p if basis %}", "Основание: {{ basis }}.", "{%p endif %}")
UNTIL = ("{%p if answer_until %}", "Ответ просим направить до {{ answer_until }}.", "{%p endif %}")


def people(case: str) -> tuple[str, ...]:
    """Everybody the letter names, one a line, in the case the sentence before needs."""
    return ("{%p for one in people %}", f"— {{{{ one.name_{case} }}}}{DETAILS}", "{%p endfor %}")


def about(words: str, case: str) -> tuple[str, ...]:
    """The sentence that leads to the people, where the letter names anybody."""
    return ("{%p if people %}", words, "{%p endif %}", *people(case))


LETTERS = {
    "request": (
        *HEAD,
        "# Запрос",
        "{{ subject }}",
        *about("Организация сопровождает семью и просит сообщить сведения в отношении:", "genitive"),
        *TEXT,
        *GROUND,
        *UNTIL,
        *SIGNED,
    ),
    "petition": (
        *HEAD,
        "# Ходатайство",
        "{{ subject }}",
        *about("Организация сопровождает семью и просит оказать содействие:", "dative"),
        *TEXT,
        *GROUND,
        *UNTIL,
        *SIGNED,
    ),
    "certificate": (
        *HEAD,
        "# Справка",
        *about("Дана:", "dative"),
        *TEXT,
        "{%p if addressee.organization %}",
        "Справка дана для предъявления по месту требования.",
        "{%p endif %}",
        *SIGNED,
    ),
    "voucher": (
        *HEAD,
        "# Ходатайство о месте в детском саду",
        "{{ subject }}",
        *about("Просим рассмотреть вопрос о выделении места (путёвки) для:", "genitive"),
        *TEXT,
        *GROUND,
        *UNTIL,
        *SIGNED,
    ),
    "information": (
        *HEAD,
        "{%p if their_number %}",
        "На № {{ their_number }}{% if their_day %} от {{ their_day }}{% endif %}",
        "{%p endif %}",
        "# Информация",
        "{{ subject }}",
        *about("Сообщаем сведения о:", "prepositional"),
        *TEXT,
        *GROUND,
        *SIGNED,
    ),
    "letter": (
        *HEAD,
        "# {{ subject }}",
        *about("Письмо касается:", "genitive"),
        *TEXT,
        *UNTIL,
        *SIGNED,
    ),
    "document": (
        "{{ organization.name }}",
        "# {{ title }}",
        "{%p if number %}",
        "№ {{ number }}",
        "{%p endif %}",
        "{{ day }}",
        "{%p for one in facts %}",
        "{{ one.name }}: {{ one.value }}",
        "{%p endfor %}",
        "{%p for section in sections %}",
        "## {{ section.title }}",
        "{%p for line in section.lines %}",
        "{{ line }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "",
        f"{{{{ worker }}}} {LINE}",
    ),
}

if __name__ == "__main__":
    for kind, lines in LETTERS.items():
        write(kind, lines)
