"""Filling a Word template with what is known; a template is a stranger's file and may do nothing else (S2-11)."""

import io
from collections.abc import Mapping
from typing import Any, Final

BLANK: Final = "____________________"
SAMPLE: Final[Mapping[str, Any]] = {
    "number": "1/2026",
    "day": "24.11.2026",
    "program": "Программа",
    "department": "Отдел",
    "worker": "Сотрудник",
    "person": {
        "code": "С1",
        "name": "Имя & фамилия <образец>",
        "birth_date": "01.01.1990",
        "address": "Адрес",
        "documents": "Документ",
        "phone": "Телефон",
    },
    "children": [{"code": "С2", "name": "Имя ребёнка", "birth_date": "01.01.2020"}],
    "case_number": "1/2026",
    "stay_from": "24.11.2026",
    "stay_until": "24.02.2027",
    "organization": {
        "name": "Полное название",
        "short_name": "Название",
        "address": "Адрес",
        "phones": "Телефон",
        "email": "почта@пример.рф",
        "hours": "Часы работы",
        "signatory_post": "Должность",
        "signatory_name": "Имя того, кто подписывает",
        "inn": "7700000000",
        "kpp": "770001001",
        "ogrn": "1027700000000",
        "account": "40703810000000000000",
        "bank": "Банк",
        "bik": "044525000",
        "correspondent": "30101810000000000000",
    },
    "purpose": "processing",
    "purpose_title": "обработка своих данных",
}


class Asked(dict[str, str]):
    """Details of the organization as a template reads them: an unknown one is a line to write on, and is noted."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__(known)
        self.missing: list[str] = []

    def __getitem__(self, name: str) -> str:
        value = super().__getitem__(name)
        if not value and name not in self.missing:
            self.missing.append(name)
        return value or BLANK


class BadTemplate(Exception):
    """The template cannot be filled; `place` names the field it asks for in vain, or is empty."""

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self.place = place


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The Word file with its places filled; raises BadTemplate. Values are text and never become code or markup."""
    # Imported where a letter is filled: Word files load slowly, and most pages and commands write none.
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(values), jinja_env=environment)
        filled = io.BytesIO()
        document.save(filled)
    except UndefinedError as error:
        raise BadTemplate(str(error).split("'")[-2] if "'" in str(error) else "") from None
    except (SecurityError, TemplateError):
        raise BadTemplate from None
    except Exception:
        # A damaged archive fails in ways that no library lists.
        raise BadTemplate from None
    return filled.getvalue()


def missing_details(template: bytes, known: Mapping[str, str], purpose: str = "") -> list[str]:
    """Which details of the organization this template asks for and nobody has told yet, in the order it asks."""
    asked = Asked(known)
    fill(template, {**SAMPLE, "purpose": purpose, "organization": asked})
    return asked.missing


def check(template: bytes, purposes: tuple[str, ...]) -> None:
    """Raise BadTemplate when the template does not fill with sample values for every purpose."""
    for purpose in purposes or ("",):
        fill(template, {**SAMPLE, "purpose": purpose})
