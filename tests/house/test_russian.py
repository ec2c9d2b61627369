"""How the pages speak Russian: to everybody alike, one word for one thing."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po
from django.utils.translation import override

from opora.audit.sentences import verbs
from tests.house.source import PACKAGE, for_each, shown

CATALOGUES = sorted(PACKAGE.glob("**/locale/ru/LC_MESSAGES/django.po"))
# «добавил(а)», «сам/сама», «он(она)»: whoever reads is neither of the two forms, and a screen reader stumbles.
TWO_FORMS = re.compile(r"[а-яё]\([а-яё]{1,6}\)|\b(?:он/она|его/её|сам/сама|ему/ей)\b", re.IGNORECASE)
# A man's past tense after somebody's name: «открыл», «записался».
MANS_PAST = re.compile(r"^(?:снова |безвозвратно )?[а-яё]+(?:л|лся|шёл|ёс)\b(?!\s+№)", re.IGNORECASE)
NOUNS_IN_L = {"файл", "отдел", "журнал"}


def said(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for message in read_po(file, locale="ru"):
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            yield from (str(text) for text in strings if text)


def test_every_sentence_is_marked_in_the_way_that_the_search_for_lacking_russian_knows() -> None:
    renamed = re.compile(r"import (?:p|n|np)?gettext(?:_lazy)? as (?!_\n)")
    assert [shown(path) for path in PACKAGE.rglob("*.py") if renamed.search(path.read_text(encoding="utf-8"))] == []


@for_each(CATALOGUES, shown)
def test_no_sentence_gives_two_forms_of_a_word(path: Path) -> None:
    assert [text for text in said(path) if TWO_FORMS.search(text)] == []


def test_the_journal_speaks_of_women_and_men_alike() -> None:
    with override("ru"):
        sentences = [str(sentence) for sentence in verbs().values()]
    assert sentences
    found = [text for text in sentences if MANS_PAST.match(text) and text.split()[0].lower() not in NOUNS_IN_L]
    assert found == []
