"""A command, a job and the web process load what they need, and what few need only when it is needed.

Statistics, workbooks, the typesetter and the fonts take three quarters of a start's time and half of its memory, at
every command and in every process.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

import opora
from opora.__main__ import _commands

SELDOM = {
    "babel", "docx", "docxtpl", "fontTools", "icalendar", "numpy", "odf", "openpyxl", "PIL", "playwright",
    "python_calamine", "reportlab", "rich", "scipy", "typst", "waitress", "xlsxwriter",
}  # fmt: skip
HEAVY = SELDOM | {"django", "psycopg", "cryptography", "procrastinate", "allauth"}


def _loaded(program: str, **environment: str) -> set[str]:
    """The libraries a process of its own has loaded when it has carried out these lines."""
    told = f"import sys\n{program}\nprint('\\n'.join({{name.partition('.')[0] for name in sys.modules}}))"
    where = os.environ | {"PYTHONPATH": str(Path(opora.__file__).parents[1])} | environment
    done = subprocess.run([sys.executable, "-c", told], env=where, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


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


@pytest.mark.django_db
def test_the_first_page_loads_no_library_that_few_need() -> None:
    database = connection.settings_dict
    url = f"postgresql://{database['USER']}@/{database['NAME']}?host={database['HOST']}&port={database['PORT']}"
    program = (
        "from opora.config import ground; ground.set_up_django()\n"
        "from opora.config.wsgi import application\n"
        "from django.test import Client\n"
        "assert Client().get('/', follow=True, headers={'host': 'localhost'}).status_code == 200"
    )
    assert _loaded(program, DATABASE_URL=url) & SELDOM == set()
