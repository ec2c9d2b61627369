"""Every room has a wing, the floors follow the wings, and no SQL reads what its wing may not know."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from tests.house.source import PACKAGE, modules, shown, tree
from tests.house.wings import Wing, breaches, floors, wings

ROOMS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
TABLES = {
    model._meta.db_table: model.__module__.split(".")[1]
    for model in apps.get_models(include_auto_created=True)
    if model.__module__.startswith("opora.")
}
SQL = re.compile(r"\b(SELECT|FROM|JOIN|UPDATE|INSERT INTO|DELETE|TABLE)\b")
NAME = re.compile(r"\b[a-z]+_[a-z_]+\b")
DECLARED = re.compile(r"^\s*(?:--|#) reads: (.+)$", re.MULTILINE)
# The foundation of a new home is the outcome of migrations, and like them it makes tables and reads none.
FOUNDATION = PACKAGE / "config" / "foundation.sql"
SQL_FILES = sorted(set(PACKAGE.rglob("*.sql")) - {FOUNDATION})


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_its_wing(room: str) -> None:
    homes = [wing.name for wing in wings() if room in wing.rooms]
    assert len(homes) == 1, (
        f"the room {room} stands in {homes or 'no wing'}: name it once under [tool.opora.wings.…] in pyproject.toml, "
        f"where its work belongs ({', '.join(wing.name for wing in wings())}), and put it on a floor there"
    )


def test_no_wing_names_a_room_that_is_gone() -> None:
    named = {room for wing in wings() for room in wing.rooms}
    assert sorted(named) == ROOMS


def test_the_floors_follow_the_wings() -> None:
    """A room may only know rooms below it, so whoever a wing may know stands below all of its rooms."""
    height = {room: number for number, row in enumerate(reversed(floors())) for room in row}
    below = {wing.name: wing for wing in wings()}
    wrong = [
        f"{room} ({wing.name}) stands below {other} ({known})"
        for wing in wings()
        for known in wing.knows | wing.asks
        for room in wing.rooms
        for other in below[known].rooms
        if height[room] < height[other]
    ]
    assert not wrong, "mend the floors of the contract “A lower floor never imports a higher one” in pyproject.toml"


LAW = (
    Wing("ground", ("common",), frozenset(), frozenset()),
    Wing("work", ("cases",), frozenset({"ground"}), frozenset()),
    Wing("proof", ("evidence",), frozenset({"ground"}), frozenset({"work"})),
)


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("opora.cases.models", "opora.common.dates", True),
        ("opora.common.dates", "opora.cases.rules", False),
        ("opora.cases.actions", "opora.evidence.queries", False),
        ("opora.evidence.actions", "opora.cases.queries.visible", True),
        ("opora.evidence.rules", "opora.cases.rules.numbers", True),
        ("opora.evidence.actions", "opora.cases.models", False),
        ("opora.evidence.actions", "opora.cases.actions", False),
        ("opora.common.tests.test_dates", "opora.cases.models", True),
    ],
)
def test_the_law_of_the_wings_knows_a_breach(importer: str, imported: str, allowed: bool) -> None:
    assert (not breaches([(importer, imported)], LAW)) is allowed


def _tables_in(path: Path) -> set[str]:
    """The tables of other rooms that the SQL of a file reads or writes."""
    whole = path.read_text(encoding="utf-8")
    if not any(name in TABLES for name in NAME.findall(whole)):
        return set()
    if path.suffix == ".sql":
        texts = [whole]
    else:
        constants = [node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)]
        texts = [text for text in constants if isinstance(text, str) and SQL.search(text)]
    named = {name for text in texts for name in NAME.findall(DECLARED.sub("", text)) if name in TABLES}
    return {name for name in named if TABLES[name] != path.relative_to(PACKAGE).parts[0]}


def _declared(path: Path) -> set[str]:
    return {name for line in DECLARED.findall(path.read_text(encoding="utf-8")) for name in re.findall(r"\w+", line)}


WITH_SQL = [*SQL_FILES, *(path for path in modules() if _tables_in(path) or _declared(path))]


@pytest.mark.parametrize("path", WITH_SQL, ids=shown)
def test_sql_says_which_tables_of_other_rooms_it_reads(path: Path) -> None:
    """Imports do not show it, so it is written beside the SQL, and the law of floors and wings holds for it too."""
    named, declared = _tables_in(path), _declared(path)
    assert named == declared, f"{shown(path)} needs the line “reads: {', '.join(sorted(named))}” as a comment"
    room = path.relative_to(PACKAGE).parts[0]
    of_room = {one: wing for wing in wings() for one in wing.rooms}
    allowed = of_room[room].knows | of_room[room].asks | {of_room[room].name} if room in of_room else set()
    height = {one: number for number, row in enumerate(reversed(floors())) for one in row}
    wrong = [name for name in named if of_room[TABLES[name]].name not in allowed or height[TABLES[name]] > height[room]]
    assert not wrong, f"{shown(path)} reads tables that its wing may not know"


def test_the_figures_of_the_outcome_table_are_found_by_this_search() -> None:
    (facts,) = (path for path in SQL_FILES if path.name == "refresh_facts.sql")
    assert {"cases_case", "families_person", "assessments_assessment"} <= _tables_in(facts)
