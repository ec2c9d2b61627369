"""What the demonstration consists of: people who work here, the ten historical cases, invented families."""

import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.actions import add_person
from opora.access.models import ROLE_LABELS, User
from opora.access.rules import SYSTEM, Actor
from opora.cases.models import Case
from opora.common.dates import today
from opora.common.news import gathered
from opora.demo.actions.branches import EACH, found_branches, write_branches
from opora.demo.actions.centre import CentreWriter
from opora.demo.actions.details import ANSWERED, ANSWERED_ELSEWHERE, DetailsWriter
from opora.demo.actions.groups import GroupWriter
from opora.demo.actions.handing import write_hand_out
from opora.demo.actions.kin import KinWriter
from opora.demo.actions.letters import LetterWriter
from opora.demo.actions.lives import LifeWriter
from opora.demo.actions.mending import MendingWriter
from opora.demo.actions.progress import Progress, alone
from opora.demo.actions.public import PublicWriter
from opora.demo.actions.releases import ReleaseWriter
from opora.demo.actions.reports import ReportWriter
from opora.demo.actions.services import ServiceWriter
from opora.demo.actions.storeroom import StoreroomWriter
from opora.demo.actions.surroundings import FEW, SHOWN, SurroundingsWriter
from opora.demo.actions.tables import TableWriter
from opora.demo.actions.targets import TargetWriter
from opora.demo.queries import departments, some_of_each
from opora.demo.rules.lives import invent_lives, leave_one_waiting
from opora.demo.rules.organization import DETAILS
from opora.demo.rules.staff import COORDINATORS, MANAGERS, SHELTER, STAFF, SUPPORT, Worker, email
from opora.demo.rules.walks import Walker
from opora.evidence.actions import keep_item_help
from opora.organization.actions import keep_details
from opora.organization.queries import details
from opora.registry.actions import import_registry
from opora.results.actions import settle_results

FAMILIES = 60
# So many are there when the first page is; the others come while somebody looks around.
FIRST = 12
TOGETHER = 4
# For each family with a case, so many signals that are no cases.
SIGNALS = 0.4
SEED = 20_260
REGISTRY = Path(__file__).parents[2] / "registry" / "data" / "registry.xlsx"


class Say(Protocol):
    """Tells the person at the terminal what is being done, and how far it is."""

    def __call__(self, sentence: str, done: int | None = None, total: int | None = None) -> None: ...


def ensure_demo(
    say: Say, *, size: int = FAMILIES, seed: int = SEED, first: int | None = None
) -> list[tuple[str, str, str]]:
    """Bring in whatever of the demonstration is missing; gives (role, e-mail, password) of everybody in it.

    The same size and seed on the same day invent the same families. With ``first`` only so many of them are brought
    in; asked again without it, the others follow.
    """
    passwords = _passwords()
    known = set(User.objects.values_list("email", flat=True))
    if missing := [worker for worker in STAFF if email(worker) not in known]:
        say(_("Adding the people who work here"))
        _add_staff(missing, passwords)
    if details().number == 0:
        keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    if not Case.objects.exists():
        say(_("Bringing in the ten historical cases"))
        import_registry(actor=SYSTEM, data=REGISTRY.read_bytes(), on=today())
    with alone():
        progress = Progress()
        # A home of an earlier release has all its families, and no note of it.
        is_older = not progress.has_begun and Case.objects.filter(is_imported=False).exists()
        if not progress.is_whole and not is_older:
            _add_families(say, progress, size, seed, first)
    return [
        (", ".join(str(ROLE_LABELS[role]) for role in worker.roles), email(worker), passwords[worker.key])
        for worker in STAFF
    ]


def _passwords() -> dict[str, str]:
    """The demonstration's passwords, kept in its home so that they can be printed again."""
    path = Path(settings.OPORA_HOME) / "demo-passwords.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [worker.key for worker in STAFF if worker.key not in known]
    if missing:
        known |= {key: f"{secrets.token_hex(3)}-{secrets.token_hex(3)}" for key in missing}
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(known, file)
    return known


@transaction.atomic
def _add_staff(workers: Iterable[Worker], passwords: Mapping[str, str]) -> None:
    """A home of an earlier release lacks those of roles that came later."""
    places_of = departments()
    for worker in workers:
        places: list[int | None] = [places_of[place] for place in worker.departments] or [None]
        add_person(
            actor=SYSTEM,
            name=worker.name,
            email=email(worker),
            grants=[(role, place) for role in worker.roles for place in places],
            password=passwords[worker.key],
        )


def _add_families(say: Say, progress: Progress, size: int, seed: int, first: int | None) -> None:
    writer = LifeWriter()
    walker = Walker(writer.paths.definition, seed=seed, today=writer.today)
    lives = leave_one_waiting(invent_lives(writer.definition, size=size, seed=seed, today=writer.today))
    walked = [(number, life, walker.of_case(life)) for number, life in enumerate(lives)]
    until = size if first is None else min(first, size)
    while progress.families < until:
        with _at_once():
            for number, life, walk in walked[progress.families : min(until, progress.families + TOGETHER)]:
                say(_("Inventing families"), number, size)
                writer.write(life, walk, number)
        progress.note(number + 1)
    if until < size:
        return
    if "signals" not in progress.parts:
        with _at_once():
            _add_signals(writer, walker, round(size * SIGNALS))
            _add_kin(writer)
            _mend(writer)
        progress.note(size, part="signals")
    _add_branches(say, writer, size, seed)
    # Asked anew: who works for the other practices may do so only since they are published.
    actors = LifeWriter().actors
    if "help" not in progress.parts:
        with _at_once():
            _add_help(actors, writer.today)
        progress.note(size, part="help")
    # What is counted at night in a house at work.
    keep_item_help(on=today())
    settle_results()
    with _at_once():
        ReportWriter(actors, today=writer.today).write()
    progress.note(size, is_whole=True)


def _add_signals(writer: LifeWriter, walker: Walker, count: int) -> None:
    """Signals of the first practice that are no cases."""
    for number, walk in enumerate(walker.signals(count)):
        place = SHELTER if number % 4 == 3 else SUPPORT
        writer.paths.walk(walk, place=place, manager=MANAGERS[place][number % len(MANAGERS[place])])


def _add_help(actors: Mapping[str, Actor], on: date) -> None:
    """What the organization does for its families, in every practice, and what it makes of its records."""
    SurroundingsWriter(actors["head"], today=on).write(some_of_each(SHOWN, FEW))
    StoreroomWriter(actors, today=on).write()
    write_hand_out(actors, today=on)
    CentreWriter(actors, today=on).write(departments())
    ServiceWriter(actors, today=on).write()
    GroupWriter(actors, today=on).write()
    LetterWriter(actors, today=on).write()
    PublicWriter(actors, today=on).write()
    DetailsWriter(actors, today=on).write(some_of_each(ANSWERED, ANSWERED_ELSEWHERE))
    TableWriter(actors).write()
    TargetWriter(actors, today=on).write()
    ReleaseWriter(actors, today=on).write()


def _add_branches(say: Say, writer: LifeWriter, size: int, seed: int) -> None:
    """The other practices with a few families each; a small demonstration has the first practice alone."""
    if size < EACH:
        return
    say(_("Inventing families of the other practices"))
    with _at_once():
        found_branches(writer)
    written = write_branches(size // EACH, seed)
    while _is_written(written):
        pass


def _is_written(written: Iterator[None]) -> bool:
    """Whether one more practice got its families, all of them or none."""
    with _at_once():
        return next(written, written) is None


@contextmanager
def _at_once() -> Iterator[None]:
    """What is computed from a life is computed once, when several have been lived.

    Not when all have: somebody may look around already, and must not wait for the end to write something down.
    """
    with transaction.atomic(), gathered("cases.changed", "assessments.changed", "families.changed"):
        yield


def _add_kin(writer: LifeWriter) -> None:
    """Into the first open cases of support: what is seldom in a family, and must be seen once."""
    in_work = Case.objects.filter(is_imported=False, closed_on=None, department=writer.paths.departments[SUPPORT])
    coordinator = writer.actors[COORDINATORS[SUPPORT]]
    KinWriter(coordinator, today=writer.today).write(list(in_work.select_related("client").order_by("pk")[:4]))


def _mend(writer: LifeWriter) -> None:
    """A leave, a mistake, a correction, a transfer: one of each, in the last open cases of support."""
    head = writer.actors["head"]
    mending = MendingWriter(head, today=writer.today)
    in_work = Case.objects.filter(is_imported=False, closed_on=None, department=writer.paths.departments[SUPPORT])
    last = list(in_work.order_by("-pk")[:2])
    mending.away(writer.actors["manager.kc"], writer.actors[COORDINATORS[SHELTER]])
    mending.written_twice(writer.paths.departments[SUPPORT])
    mending.put_right(writer.paths.departments[SUPPORT])
    if len(last) > 1:
        mending.handed_over(last[1], writer.actors["manager.kc"])
