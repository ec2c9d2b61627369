"""Filling a Word template with what is known; a template is a stranger's file and may do nothing else (S2-11)."""

import io
from collections.abc import Mapping
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

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
    "purpose": "processing",
    "purpose_title": "обработка своих данных",
}


class BadTemplate(Exception):
    """The template cannot be filled; `place` names the field it asks for in vain, or is empty."""

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self.place = place


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The Word file with its places filled; raises BadTemplate. Values are text and never become code or markup."""
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


def check(template: bytes, purposes: tuple[str, ...]) -> None:
    """Raise BadTemplate when the template does not fill with sample values for every purpose."""
    for purpose in purposes or ("",):
        fill(template, {**SAMPLE, "purpose": purpose})
