"""Filling a Word template with what is known; a template is a stranger's file and may do nothing else (S2-11)."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

LARGEST_UNPACKED: Final = 16 * 1024 * 1024
LARGEST_TEXT: Final = 8 * 1024 * 1024
SECONDS: Final = 10.0
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


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a template: its kind, the words of its paragraph, and what is meant there."""

    kind: str
    paragraph: str = ""
    what: str = ""


class BadTemplate(Exception):
    """The template cannot be filled; `faults` name what is wrong and in which paragraph, where that is known."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.kind} {fault.what}" for fault in self.faults))


def fill(template: bytes, values: Mapping[str, Any], *, seconds: float = SECONDS) -> bytes:
    """The Word file with its places filled; raises BadTemplate. Values are text and never become code or markup.

    A template that would become too large, or takes longer than `seconds`, is given up.
    """
    if _unpacked_size(template) > LARGEST_UNPACKED:
        raise BadTemplate
    # Imported where a letter is filled: Word files load slowly, and most pages and commands write none.
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.concat = _within(LARGEST_TEXT, time.monotonic() + seconds)  # type: ignore[method-assign]
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(values), jinja_env=environment)
        filled = io.BytesIO()
        document.save(filled)
    except Exception:
        # A damaged archive fails in ways that no library lists.
        raise BadTemplate from None
    return filled.getvalue()


def _within(most: int, until: float) -> Callable[[Iterable[str]], str]:
    """How the pieces of a filled part are joined: they come one by one, and stop when it is enough."""

    def join(pieces: Iterable[str]) -> str:
        kept, size = [], 0
        for piece in pieces:
            kept.append(piece)
            size += len(piece)
            if size > most or time.monotonic() > until:
                raise BadTemplate
        return "".join(kept)

    return join


def _unpacked_size(template: bytes) -> int:
    """How much the file unfolds to, without unfolding it; more than any for one that cannot be told."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        return LARGEST_UNPACKED + 1


def missing_details(template: bytes, known: Mapping[str, str], purpose: str = "") -> list[str]:
    """Which details of the organization this template asks for and nobody has told yet, in the order it asks."""
    asked = Asked(known)
    fill(template, {**SAMPLE, "purpose": purpose, "organization": asked})
    return asked.missing


def check(template: bytes, purposes: tuple[str, ...], sample: Mapping[str, Any] = SAMPLE) -> None:
    """Raise BadTemplate with everything that is wrong, or when the template does not fill for every purpose.

    It is read before it is filled: what would take too long is refused without being tried.
    """
    from opora.papers.rules.faults import faults_of

    if _unpacked_size(template) > LARGEST_UNPACKED:
        raise BadTemplate([Fault("too_large")])
    if faults := faults_of(template, sample):
        raise BadTemplate(faults)
    for purpose in purposes or ("",):
        fill(template, {**sample, "purpose": purpose})
