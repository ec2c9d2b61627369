"""What the check of the catalogues finds."""

from pathlib import Path

import pytest

from opora.config import compiling, messages

HEADER = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"""

COUNTED = """
msgid "%(count)s case"
msgid_plural "%(count)s cases"
msgstr[0] "{one}"
msgstr[1] "%(count)s случая"
msgstr[2] "%(count)s случаев"
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "opora"
    (package / "web").mkdir(parents=True)
    monkeypatch.setattr(messages, "PACKAGE", package)
    monkeypatch.setattr(compiling, "PACKAGE", package)
    return package


def room(package: Path, name: str, *, python: str = "", template: str = "", catalogue: str = "") -> None:
    folder = package / name
    (folder / "templates").mkdir(parents=True)
    (folder / "words.py").write_text(python)
    (folder / "templates" / "page.html").write_text(template)
    if catalogue:
        path = folder / "locale" / "ru" / "LC_MESSAGES" / "django.po"
        path.parent.mkdir(parents=True)
        path.write_text(HEADER + catalogue)


def said() -> list[str]:
    return [problem.text for problem in messages.check()]


def test_a_sentence_of_the_code_and_one_of_a_page_are_missed(house: Path) -> None:
    page = """{% load i18n %}
      {% translate 'Open' %}
    {% blocktranslate trimmed %}
      Two
      lines
    {% endblocktranslate %}"""
    room(house, "cases", python="_('Close')\n", template=page)
    assert sorted(text.split("”")[0] for text in said()) == [
        "missing: “Close",
        "missing: “Open",
        "missing: “Two lines",
    ]


def test_a_whole_catalogue_leaves_nothing_to_say(house: Path) -> None:
    code = "_('Close')\nngettext('%(count)s case', '%(count)s cases', n)\npgettext('verb', 'Close')\n"
    entries = COUNTED.format(one="%(count)s случай")
    entries += '\nmsgid "Close"\nmsgstr "Закрыть"\n\nmsgctxt "verb"\nmsgid "Close"\nmsgstr "Закройте"\n'
    room(house, "cases", python=code, catalogue=entries)
    assert said() == []


def test_a_russian_singular_without_its_number_is_found(house: Path) -> None:
    code = "ngettext('%(count)s case', '%(count)s cases', n)\n"
    room(house, "cases", python=code, catalogue=COUNTED.format(one="один случай"))
    assert said() == ["placeholders differ: “%(count)s case” is «один случай»"]


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        ('msgid "Close"\nmsgstr ""', "not translated"),
        ('#, fuzzy\nmsgid "Close"\nmsgstr "Закрыть"', "marked fuzzy"),
        ('msgid "Close"\nmsgstr "Закрыть"\n\nmsgid "Open"\nmsgstr "Открыть"', "no longer used: “Open”"),
    ],
)
def test_an_unfinished_catalogue_is_found(house: Path, entry: str, finding: str) -> None:
    room(house, "cases", python="_('Close')\n", catalogue=entry)
    (text,) = said()
    assert text.startswith(finding)


def test_two_rooms_give_one_answer(house: Path) -> None:
    room(house, "cases", python="_('Close')\n", catalogue='msgid "Close"\nmsgstr "Закрыть"\n')
    room(house, "audit", python="_('Close')\n", catalogue='msgid "Close"\nmsgstr "Завершить"\n')
    (text,) = said()
    assert "said in different words" in text


def test_compiling_is_done_once(house: Path) -> None:
    room(house, "cases", python="_('Close')\n", catalogue='msgid "Close"\nmsgstr "Закрыть"\n')
    assert compiling.compile_all() == 1
    assert compiling.compile_all() == 0
