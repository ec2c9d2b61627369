"""A command, a job and the web process load what they need, and what few need only when it is needed.

Statistics, workbooks, the typesetter and the fonts take three quarters of a start's time and half of its memory, at
every command and in every process.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

import opora
from opora.__main__ import _commands
from opora.config import wiring

SELDOM = {
    "babel", "docx", "docxtpl", "fontTools", "icalendar", "numpy", "odf", "openpyxl", "PIL", "playwright",
    "python_calamine", "reportlab", "rich", "scipy", "typst", "waitress", "xlsxwriter",
}  # fmt: skip
HEAVY = SELDOM | {"django", "psycopg", "cryptography", "procrastinate", "allauth"}


HOUSE = Path(opora.__file__).parent
ALL_OWN = sum("tests" not in path.parts and "migrations" not in path.parts for path in HOUSE.glob("**/*.py"))
METHOD = {"access", "catalogue", "instruments", "logic", "packs", "pathways", "programs"}
"""The rooms that read and offer the shipped practices at every start."""


def _modules(program: str, **environment: str) -> set[str]:
    """Everything a process of its own has loaded when it has carried out these lines."""
    told = f"import sys\n{program}\nprint('loaded:', *sys.modules, sep='\\n')"
    where = os.environ | {"PYTHONPATH": str(Path(opora.__file__).parents[1])} | environment
    done = subprocess.run([sys.executable, "-c", told], env=where, capture_output=True, text=True, check=True)
    return set(done.stdout.partition("loaded:\n")[2].split())


def _loaded(program: str, **environment: str) -> set[str]:
    """The libraries among it."""
    return {name.partition(".")[0] for name in _modules(program, **environment)}


def _raised(modules: set[str]) -> set[str]:
    """The own rooms that are there with their work and not with their tables alone."""
    names = [name.split(".") for name in modules]
    return {words[1] for words in names if words[0] == "opora" and {"actions", "queries", "tasks"} & set(words[2:3])}


def _database() -> dict[str, str]:
    found = connection.settings_dict
    place = f"host={found['HOST']}&port={found['PORT']}"
    return {"DATABASE_URL": f"postgresql://{found['USER']}@/{found['NAME']}?{place}"}


def test_help_is_given_without_django_or_a_database() -> None:
    asked = [["--help"], *([name, "--help"] for name in _commands() if name != "test")]
    program = (
        "from opora.__main__ import main\n"
        f"for asked in {asked}:\n"
        "    try: assert main(asked) == 0\n"
        "    except SystemExit as end: assert not end.code"
    )
    assert _loaded(program) & HEAVY == set()


def test_the_rooms_load_no_library_that_few_need() -> None:
    assert _loaded("from opora.config import ground; ground.set_up_django()") & SELDOM == set()


def test_the_door_knows_all_tables_and_raises_no_room() -> None:
    modules = _modules("from opora.config import ground; ground.set_up_django()")
    assert _raised(modules) == {"audit"}
    tables = {one.name for one in apps.get_app_configs() if one.name.startswith("opora.") and one.models_module}
    assert {f"{room}.models" for room in tables} <= modules


@pytest.mark.django_db
def test_a_command_raises_the_rooms_of_the_method_and_those_it_asks(tmp_path: Path) -> None:
    program = (
        "from opora.config import ground; ground.set_up_django()\n"
        "from django.db import transaction\n"
        "from opora.cli import practice\n"
        "from argparse import Namespace\n"
        "with transaction.atomic():\n"
        "    ground.refresh_search(); ground.publish_practices(); ground.publish_practices()\n"
        f"    asked = Namespace(practice_verb='check', folder={str(tmp_path)!r}, json=False)\n"
        "    assert practice.run(asked) == 1\n"
        "    transaction.set_rollback(True)"
    )
    modules = _modules(program, **_database())
    # The first publication writes the journal, and the organization words what stands there.
    assert _raised(modules) <= METHOD | {"audit", "organization"}
    own = sum(name.startswith("opora.") for name in modules)
    assert own < ALL_OWN / 3, f"{own} of {ALL_OWN} modules of the house"


@pytest.mark.django_db
def test_a_server_has_raised_everything_before_its_threads_begin() -> None:
    """Two threads that load rooms at once may meet half of one."""
    modules = _modules(
        "from opora.config import ground; ground.set_up_django(); import opora.config.wsgi", **_database()
    )
    rooms = {f"opora.{path.parent.name}" for path in HOUSE.glob("*/tasks.py")}
    assert {f"{room}.tasks" for room in rooms} <= modules
    assert {f"opora.web.{path.parent.name}.urls" for path in HOUSE.glob("web/*/urls.py")} <= modules
    assert {f"opora.{wire.name.rpartition('.')[0]}" for wire in wiring.above()} <= modules


@pytest.mark.django_db
def test_the_first_page_loads_no_library_that_few_need() -> None:
    program = (
        "from opora.config import ground; ground.set_up_django()\n"
        "from opora.config.wsgi import application\n"
        "from django.test import Client\n"
        "assert Client().get('/', follow=True, headers={'host': 'localhost'}).status_code == 200"
    )
    assert _loaded(program, **_database()) & SELDOM == set()
