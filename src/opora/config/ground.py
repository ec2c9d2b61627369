"""What every command stands on: the database running and up to date, the sentences compiled, the practices shipped.

Everything here may run again at any time and does only what is still missing.
"""

import contextlib
import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from django.conf import settings

from opora.common.errors import OporaError, Refused
from opora.config import compiling, database, embedded, key_check
from opora.config.home import UNFINISHED, home
from opora.config.pgwheel import EmbeddedError
from opora.config.terminal import words as _

Say = Callable[[str], None]
"""Takes one sentence about what is being done now."""

TROUBLE = (OporaError, PermissionError)
"""What may stand in the way of setting up, each with a sentence for the person at the terminal."""


def describe(trouble: Exception) -> str:
    """The sentence for the person at the terminal; the system's own words on a shut folder say too little."""
    if isinstance(trouble, PermissionError) and trouble.filename:
        return _(
            "This account may not use %(file)s. Give it to your account, "
            "or choose a folder of your own with OPORA_HOME.",
            file=trouble.filename,
        )
    return str(trouble)


# Any number no other program would choose: those who migrate at once wait for one another.
MIGRATION_LOCK = 0x4F504F5241
HEAD_OUTSIDE = ("audit", "0004_head_outside")


class DatabaseUnreachableError(EmbeddedError):
    """The server named by DATABASE_URL does not let us in."""


def silent(_sentence: str) -> None:
    """For commands whose output is read by programs."""


def set_up_django() -> None:
    """Load the settings and the rooms, with their sentences compiled. Needs no database."""
    compiling.compile_all()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opora.config.settings")
    # What the rooms are made of stays (see `memory`): to look meanwhile whether it is still needed takes an eighth of
    # the start.
    gc.disable()
    try:
        django.setup()
    except ValueError as error:
        if "DATABASE_URL" in str(error) or "OPORA_MAIL" in str(error):
            raise DatabaseUnreachableError(str(error)) from None
        raise
    finally:
        gc.enable()
    key_check.refuse_missing()


@contextlib.contextmanager
def no_home() -> Iterator[None]:
    """Settings made here belong to no home: they are read from a folder that is gone at once, and so are its keys."""
    with tempfile.TemporaryDirectory(prefix="opora-") as nowhere, _environment("OPORA_HOME", nowhere):
        yield


@contextlib.contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def prepare(*, practice: bool = True, say: Say = silent) -> None:
    """Have everything ready that reading and writing cases needs.

    With `practice`, the shipped practices stand in the database too. Raises one of TROUBLE.
    """
    if (home() / UNFINISHED).exists():
        raise Refused(
            _("A backup was not brought back to its end into %(home)s. Run ./opora restore again first.", home=home())
        )
    if database.is_embedded():
        first = not (home() / "pg").exists()
        say(_("Creating the database") if first else _("Starting the database"))
        embedded.ensure_running(home())
    migrate(say)
    key_check.refuse_foreign()
    refresh_search(say)
    if practice:
        publish_practices(say)


def migrate(say: Say = silent) -> None:
    """Bring the tables up to date. Several processes may start at once: one works, the others wait for it."""
    from django.db import connection
    from django.db.utils import OperationalError

    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise DatabaseUnreachableError(_("The database does not let Opora in: %(reason)s", reason=reason)) from None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            if not _is_every_migration_recorded():
                _carry_out_migrations(say)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def _is_every_migration_recorded() -> bool:
    """Whether the tables are up to date by the names of the files alone: to load them all takes a tenth of a start."""
    import pkgutil

    from django.apps import apps
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    done = MigrationRecorder(connection).applied_migrations()
    for app in apps.get_app_configs():
        module, _chosen = MigrationLoader.migrations_module(app.label)
        folder = Path(app.path) / "migrations"
        if module != f"{app.name}.migrations":
            return False
        names = (name for _finder, name, is_folder in pkgutil.iter_modules([str(folder)]) if not is_folder)
        if any((app.label, name) not in done for name in names if name[0] not in "_~"):
            return False
    return True


def _carry_out_migrations(say: Say) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from opora.config import foundation
    from opora.config.redrawing import only_what_changes

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say(_("Preparing the tables"))
        foundation.lay()
        with only_what_changes():
            call_command("migrate", verbosity=0, interactive=False)
    if HEAD_OUTSIDE in {(step.app_label, step.name) for step, _backwards in plan}:
        from opora.access.rules import SYSTEM
        from opora.audit import actions

        actions.note_first_head(actor=SYSTEM)
    if plan:
        from opora.common.dates import today
        from opora.config import putting_by

        # Statements may have changed, and with them all that was counted.
        putting_by.ask_if_missing(on=today())


def refresh_search(say: Say = silent) -> None:
    """Make people findable by the rules of this version; a migration cannot, for it opens no identities."""
    from opora.families.index_age import is_index_old
    from opora.intake.unmarked import unmarked

    if is_index_old():
        from opora.families.actions import refresh_index

        say(_("Renewing the search of people"))
        refresh_index()
    if unmarked().exists():
        from opora.intake.actions import refresh_marks

        refresh_marks()


def seal_journal() -> None:
    """What a command wrote is sealed before it ends: between two seals only the database's own guard protects."""
    from django.db import DatabaseError

    from opora.audit import actions

    with contextlib.suppress(DatabaseError):
        actions.seal_journal()


def publish_practices(say: Say = silent) -> None:
    """Publish the practices every organization starts with, and what a release adds to those it asked for.

    A version already published stays as it is.
    """
    from opora.access.rules import SYSTEM
    from opora.packs import actions, queries

    for folder in (*queries.offered_practices().values(), *queries.asked_for_practices().values()):
        say(_("Publishing the practice %(name)s", name=folder.name))
        actions.publish_practice(actor=SYSTEM, folder=folder, is_offered=True)


def collect_static(say: Say = silent) -> None:
    """Lay out pictures, styles and scripts for the web server when they changed since the last time."""
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / ".opora-stamp"
    state = _static_state()
    if stamp.exists() and stamp.read_text() == state:
        return
    say(_("Laying out the pages' pictures and styles"))
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(state)


def _static_state() -> str:
    """A mark that changes whenever a static file does."""
    import hashlib

    mark = hashlib.sha256()
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                found = path.stat()
                mark.update(f"{path}:{found.st_size}:{found.st_mtime_ns}\n".encode())
    return mark.hexdigest()
