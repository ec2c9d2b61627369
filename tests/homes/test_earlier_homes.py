"""A home that an earlier version of the product made comes up under this one: its data, its names, its journal.

The homes were made by the demonstration of what had landed on those days; their people are invented.
"""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
import pytest
from django.db import connection

from tests.house.source import ROOT

HOMES = sorted(Path(__file__).parent.glob("*.sql.gz"))
KEYS, BESIDE = "-- keys: ", "-- beside: "
OTHER = "test_earlier_home"


@contextmanager
def _database(tables: str) -> Iterator[str]:
    """A database of its own with these tables in it; gives its address."""
    given = connection.get_connection_params() | {"dbname": "postgres"}
    known: dict[str, Any] = {name: given[name] for name in ("user", "password", "host", "port") if given.get(name)}
    with psycopg.connect(**known, dbname="postgres", autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {OTHER} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {OTHER} TEMPLATE template0")
        try:
            with psycopg.connect(**known, dbname=OTHER) as empty:
                empty.execute(tables)
            rest = {name: str(value) for name, value in known.items() if name != "password"}
            who = f":{quote(str(known['password']))}@" if "password" in known else ""
            yield f"postgresql://{who}/{OTHER}?{urlencode(rest)}"
        finally:
            server.execute(f"DROP DATABASE IF EXISTS {OTHER} WITH (FORCE)")


def _brought_up(saved: Path, home: Path) -> dict[str, Any]:
    tables = gzip.decompress(saved.read_bytes()).decode()
    (home / "keys").mkdir(mode=0o700)
    for begins, folder in ((KEYS, home / "keys"), (BESIDE, home)):
        # Homes made before the journal's head was noted in a file have nothing beside their keys.
        kept = next((line for line in tables.splitlines()[:3] if line.startswith(begins)), f"{begins}{{}}")
        for name, text in json.loads(kept.removeprefix(begins)).items():
            (folder / name).write_text(text)
    with _database(tables) as address:
        done = subprocess.run(
            [sys.executable, "-m", "tests.homes.looking_around"],
            cwd=ROOT,
            env=os.environ | {"OPORA_HOME": str(home), "DATABASE_URL": address, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("saved", HOMES, ids=lambda path: path.name.split(".")[0])
def test_a_home_of_an_earlier_version_comes_up(
    saved: Path, tmp_path: Path, django_db_setup: None, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        found = _brought_up(saved, tmp_path)
        connection.close()
    people = found["people"]
    assert people["opened"] == people["all"] > 10
    assert people["found"] == people["named"] > 4
    assert found["journal"]["whole"], found["journal"]
    assert len(found["pages"]) > 40
    assert {address: code for address, code in found["pages"].items() if code not in (200, 302)} == {}
