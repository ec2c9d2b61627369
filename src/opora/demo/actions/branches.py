"""The other practices of the demonstration: published, worked by, and with families of their own."""

from collections.abc import Iterator

from opora.access.actions import change_roles
from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM, Role
from opora.demo.actions.lives import LifeWriter
from opora.demo.queries import departments, programs
from opora.demo.rules.branches import BRANCHES, Branch, BranchWalker
from opora.demo.rules.lives import InventedLife, invent_lives
from opora.demo.rules.staff import COORDINATORS, MANAGERS
from opora.demo.rules.walks import Walk
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.process.models import Route

# For so many families of the first practice each of the others has one.
EACH = 15
# At least so many of them are worked with today: their rooms show what goes on in them.
AT_WORK = 2


def found_branches(writer: LifeWriter) -> None:
    """Publish the other practices, and let those who work there work there."""
    folders = shipped_practices()
    for branch in BRANCHES:
        publish_practice(actor=SYSTEM, folder=folders[branch.practice])
    places = departments()
    for branch in BRANCHES:
        department_id = places[branch.place]
        _join(writer.users[COORDINATORS[branch.place]], Role.COORDINATOR, department_id)
        for key in MANAGERS[branch.place]:
            _join(writer.users[key], Role.CASE_MANAGER, department_id)
        _join(writer.users["specialist"], Role.SPECIALIST, department_id)


def write_branches(size: int, seed: int) -> Iterator[None]:
    """Families of every other practice, one after another; those that are there already stay as they are.

    A writer is made when the practices are published: what it knows of people and processes is read then.
    """
    writer = LifeWriter()
    for branch in BRANCHES:
        if Route.objects.filter(program=programs()[branch.place]).exists():
            continue
        for number, (life, walk) in enumerate(_families(writer, branch, size, seed)):
            if life is not None:
                writer.write(life, walk, number, branch.place)
            else:
                managers = MANAGERS[branch.place]
                writer.paths.walk(walk, place=branch.place, manager=managers[number % len(managers)])
        yield


def _families(writer: LifeWriter, branch: Branch, size: int, seed: int) -> Iterator[tuple[InventedLife | None, Walk]]:
    """The lives of a branch with their walks, then its signals, of which there are as many."""
    own = seed + branch.place
    walker = BranchWalker(branch, writer.paths.of_place(branch.place), seed=own, today=writer.today)
    lives = invent_lives(
        writer.definition, size=size, seed=own, today=writer.today, is_shelter=branch.residential, at_work=AT_WORK
    )
    yield from ((life, walker.of_case(life)) for life in lives)
    yield from ((None, walk) for walk in walker.signals(size))


def _join(user: User, role: str, department_id: int) -> None:
    held = set(RoleAssignment.objects.filter(user=user).values_list("role", "department_id"))
    if (role, department_id) not in held:
        change_roles(actor=SYSTEM, user_id=user.pk, grants=[*held, (role, department_id)])
