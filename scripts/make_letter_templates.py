"""Write the Word templates that come with Opora: application, two contracts, consent, agreement with an office.

Run it after changing the words: .venv/bin/python scripts/make_letter_templates.py
"""

from datetime import datetime
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

FOLDER = Path(__file__).resolve().parent.parent / "src" / "opora" / "papers" / "templates_docx"
WRITTEN = datetime(2026, 1, 1)
LINE = "______________________________"
WHO = (
    "{{ person.name }}, дата рождения {{ person.birth_date }}, адрес: {{ person.address }}, "
    "документ: {{ person.documents }}, телефон: {{ person.phone }}"
)
CHILDREN = (
    "{%p for child in children %}",
    "— {{ child.name }}, дата рождения {{ child.birth_date }}",
    "{%p endfor %}",
)
SIGNATURES = (
    "",
    f"За организацию: {LINE} / {{{{ worker }}}} /",
    f"Родитель (законный представитель): {LINE} / {{{{ person.name }}}} /",
    "Дата подписания: «____» ______________ 20____ г.",
)
APPLICATION = (
    f"Руководителю организации {LINE}",
    "от " + WHO,
    "# Заявление № {{ number }}",
    "Прошу принять мою семью в программу «{{ program }}» ({{ department }}) и оказать нам помощь.",
    "Дети, которые живут со мной:",
    *CHILDREN,
    f"Обстоятельства, из-за которых я обращаюсь: {LINE}",
    f"О чём прошу в первую очередь: {LINE}",
    "Мне рассказали, какая помощь возможна и что я могу отказаться от неё в любой момент.",
    "Согласие на обработку персональных данных я даю отдельным документом.",
    "{{ day }}",
    f"Подпись: {LINE} / {{{{ person.name }}}} /",
)
RIGHTS = (
    "## Права и обязанности",
    "Организация помогает бережно и без осуждения, составляет план вместе с семьёй, хранит тайну обращения и "
    "рассказывает семье о каждом важном решении.",
    "Семья участвует в составлении и выполнении плана, сообщает об изменениях и может задать любой вопрос.",
    "Помощь для семьи бесплатна.",
)
ENDING = (
    "## Срок и прекращение",
    "Договор действует со дня подписания до завершения работы по плану. Каждая сторона может прекратить его в любой "
    "момент, сообщив об этом другой; объяснять причину семья не обязана.",
    "Если жизни или здоровью ребёнка грозит опасность, организация обязана сообщить об этом в органы опеки и полицию.",
    "## Персональные данные",
    "Согласие на обработку персональных данных оформляется отдельными документами и частью этого договора не является.",
)
SUPPORT = (
    "# Договор о комплексном сопровождении № {{ number }}",
    "{{ day }}",
    f"Организация {LINE} и {WHO}, вместе — стороны, договорились о следующем.",
    "## О чём договор",
    "Организация сопровождает семью в программе «{{ program }}» ({{ department }}), случай {{ case_number }}, чтобы "
    "дети росли в безопасной семье. За работу отвечает {{ worker }}.",
    "Дети:",
    *CHILDREN,
    *RIGHTS,
    *ENDING,
    *SIGNATURES,
)
STAY = (
    "# Договор о проживании № {{ number }}",
    "{{ day }}",
    f"Организация {LINE} и {WHO}, вместе — стороны, договорились о следующем.",
    "## О чём договор",
    "Организация предоставляет семье временное проживание и помощь в программе «{{ program }}» ({{ department }}), "
    "случай {{ case_number }}. За работу отвечает {{ worker }}.",
    "Срок проживания: с {{ stay_from }} по {{ stay_until }}. Срок можно продлить по решению сторон.",
    f"Комната: {LINE}",
    "Дети:",
    *CHILDREN,
    *RIGHTS,
    "Семья соблюдает правила проживания, бережёт имущество и предупреждает, если уходит на ночь.",
    "При выезде вещи семьи возвращаются, комната передаётся по описи.",
    *ENDING,
    *SIGNATURES,
)
CONSENT = (
    "# Согласие № {{ number }}",
    "на: {{ purpose_title }}",
    f"Я, {WHO}, даю согласие оператору {LINE} (наименование и адрес организации).",
    '{%p if purpose == "processing" %}',
    "Цель: помощь моей семье в программе «{{ program }}».",
    "Данные: фамилия, имя, отчество, дата и место рождения, адрес, телефон, данные документа, состав семьи, жилищные "
    "условия, занятость, сведения о полученной помощи.",
    '{%p elif purpose == "processing_child" %}',
    "Я законный представитель ребёнка: {{ person.name }}, дата рождения {{ person.birth_date }}. "
    f"Моё имя: {LINE}. Документ о родстве или опеке: {LINE}.",
    "Цель: помощь ребёнку и семье в программе «{{ program }}».",
    "Данные ребёнка: фамилия, имя, отчество, дата рождения, адрес, данные документа, сведения об учёбе и развитии.",
    '{%p elif purpose == "sharing" %}',
    f"Цель: получение помощи у партнёров. Кому можно передать данные: {LINE}.",
    f"Какие данные можно передать: {LINE}. Какие передавать нельзя: {LINE}.",
    '{%p elif purpose == "publication" %}',
    f"Цель: рассказ о работе организации. Что можно опубликовать: {LINE}. Где: {LINE}.",
    f"Запреты и условия: {LINE}.",
    "{%p else %}",
    f"Цель: помощь, для которой нужны сведения о здоровье. Какие сведения: {LINE}.",
    "{%p endif %}",
    "Действия с данными: сбор, запись, хранение, уточнение, использование, блокирование, удаление, уничтожение; "
    "с помощью компьютера и без него.",
    f"Согласие действует до: {LINE}.",
    "Я могу отозвать его в любой момент письменным заявлением. После отзыва данные уничтожаются за тридцать дней, если "
    "закон не требует хранить их дольше.",
    "Это согласие — отдельный документ. Я даю его свободно, своей волей и в своём интересе.",
    "{{ day }}",
    f"Подпись: {LINE}",
)
AGREEMENT = (
    "# Соглашение о сотрудничестве{% if number %} № {{ number }}{% endif %}",
    "{{ day }}",
    "{{ organization.name }}, в лице: {{ signatory.post }} {{ signatory.name }}, и {{ partner.name }}, "
    f"в лице: {LINE}, вместе — стороны, договорились о следующем.",
    "## О чём соглашение",
    "{%p for line in scope %}",
    "{{ line }}",
    "{%p endfor %}",
    "## Как мы работаем вместе",
    "Сведения о семье передаются, только если семья согласилась на это или так велит закон, и не больше, чем нужно для "
    "помощи. О каждой передаче стороны делают запись.",
    "## Срок",
    "Соглашение действует со дня подписания{% if until %} до {{ until }}{% else %}, пока одна из сторон не откажется "
    "от него письмом{% endif %}.",
    "## Стороны",
    "{{ organization.name }}, {{ organization.address }}, тел. {{ organization.phones }}",
    f"{{{{ signatory.post }}}} {LINE} / {{{{ signatory.name }}}} /",
    "{{ partner.name }}{% if partner.area %}, {{ partner.area }}{% endif %}{% if partner.contacts %}, "
    "{{ partner.contacts }}{% endif %}",
    f"{LINE} / {LINE} /",
)


def write(name: str, lines: tuple[str, ...]) -> None:
    """One template: '#' begins its title, '##' a heading."""
    document = Document()
    document.core_properties.author = "Opora"
    document.core_properties.created = document.core_properties.modified = WRITTEN
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(1.5), Cm(2), Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.paragraph_format.space_after = Pt(6)
    for line in lines:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(line.lstrip("# "))
        run.bold = line.startswith("#")
        if line.startswith("# "):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run.font.size = Pt(14)
    document.save(str(FOLDER / f"{name}.docx"))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for kind, lines in {
        "application": APPLICATION,
        "support": SUPPORT,
        "stay": STAY,
        "consent": CONSENT,
        "agreement": AGREEMENT,
    }.items():
        write(kind, lines)
