"""Draws `src/opora/config/foundation.sql` anew: the tables as the migrations of today leave them in a new database.

It may be older than the newest migration: what came after it is carried out as ever. Run it when a first start has
become slow again, and never because a migration was edited: shipped ones are not.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

HEAD = """\
-- The tables of a new database, drawn by scripts/draw_foundation.py; see foundation.py beside it.
SET LOCAL check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', true);
"""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="opora-foundation-") as nowhere:
        os.environ["OPORA_HOME"] = nowhere
        os.environ.pop("DATABASE_URL", None)
        Path(nowhere).chmod(0o755)
        try:
            _draw()
        finally:
            _stop(Path(nowhere))
    return 0


def _draw() -> None:
    from opora.config import embedded, foundation, ground
    from opora.config.home import home

    ground.set_up_django()
    embedded.ensure_running(home())
    from django.core.management import call_command
    from django.db import connection

    from opora.config.redrawing import only_what_changes

    with only_what_changes():
        call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
        done = cursor.fetchall()
    connection.close()
    rows = ",\n".join(f"('{app}', '{name}', now())" for app, name in done)
    text = f"{HEAD}{_tables()}\nINSERT INTO public.django_migrations (app, name, applied) VALUES\n{rows};\n"
    foundation.DRAWN.write_text(text, encoding="utf-8")


def _stop(home: Path) -> None:
    """The folder is gone when we are: its server must be gone before."""
    import atexit

    from opora.config import embedded

    embedded.stop_if_last(home)
    atexit._clear()


def _tables() -> str:
    from opora.config import embedded, pgwheel
    from opora.config.home import home

    place = embedded.dsn(home())
    options = ["--schema-only", "--no-owner", "--no-privileges", "--no-comments", "--no-tablespaces"]
    where = [f"--host={place['HOST']}", f"--port={place['PORT']}", f"--username={place['USER']}", place["NAME"]]
    command = [str(pgwheel.client_programs() / "pg_dump"), *options, *where]
    drawn = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # What pg_dump tells its own reader, and how it sets itself up, is of no use to ours.
    drawn = re.sub(r"^(--.*|\\\w+.*|SET .*|SELECT pg_catalog\.set_config.*)\n", "", drawn, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", drawn)


if __name__ == "__main__":
    sys.exit(main())
