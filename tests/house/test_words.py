"""One word for one thing: the glossary, the records' names and the pages agree."""

import re
from pathlib import Path

from django.apps import apps
from django.utils.translation import override

from tests.house.source import ROOT, for_each, shown, templates

GLOSSARY = ROOT / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<russian>[^|]+) \| `(?P<code>[\w.]+)` \|", re.MULTILINE)
PRODUCT = "Опора"
# The gallery shows the parts of the pages with sample words of no meaning.
SAMPLES = {"gallery.html"}
CYRILLIC = re.compile("[А-Яа-яЁё]+")
COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<!--.*?-->", re.DOTALL)


def _glossary() -> dict[str, str]:
    """Each record's name in the code with its Russian word."""
    rows = ROW.finditer(GLOSSARY.read_text(encoding="utf-8"))
    return {row["code"]: row["russian"].strip() for row in rows if row["code"][0].isupper()}


MODELS = {model.__name__: model for model in apps.get_models() if model.__module__.startswith("opora.")}


@for_each(sorted(MODELS))
def test_a_record_bears_its_name_from_the_glossary(name: str) -> None:
    glossary = _glossary()
    assert name in glossary, f"docs/glossary.md has no row for {name}"
    with override("ru"):
        assert str(MODELS[name]._meta.verbose_name) == glossary[name]


def test_the_glossary_names_no_record_that_is_gone() -> None:
    assert not _glossary().keys() - MODELS.keys()


PAGES = [path for path in templates() if path.name not in SAMPLES]


@for_each(PAGES, shown)
def test_a_page_is_written_in_english_and_translated(path: Path) -> None:
    """A Russian word in a template would stay Russian for everybody and slip past the catalogue."""
    text = COMMENT.sub("", path.read_text(encoding="utf-8")).replace(PRODUCT, "")
    found = CYRILLIC.findall(text)
    assert not found, f"{shown(path)}: {found[:5]}"


LATE = re.compile(r"просроч|\boverdue\b", re.IGNORECASE)
PLACEHOLDER = re.compile(r"{{.*?}}", re.DOTALL)
WEB = ROOT / "src" / "opora" / "web"
SPOKEN = sorted([*WEB.rglob("*.html"), *WEB.rglob("*.po")])


@for_each(SPOKEN, lambda path: str(path.relative_to(WEB)))
def test_lateness_is_worded_in_one_place(path: Path) -> None:
    text = PLACEHOLDER.sub("", path.read_text(encoding="utf-8"))
    said = LATE.findall(text)
    assert not said, "lateness is said by opora.reminders.words alone: lateness, late_count, LATE, ONLY_LATE"
