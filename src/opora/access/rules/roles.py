"""Who may do what here: one table, read by policies, shown on a page, checked by tests."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final


class Role:
    """The kinds of work people do here (requirements 6.3)."""

    ADMINISTRATOR: Final = "administrator"
    HEAD: Final = "head"
    COORDINATOR: Final = "coordinator"
    CASE_MANAGER: Final = "case_manager"
    SPECIALIST: Final = "specialist"
    PSYCHOLOGIST: Final = "psychologist"
    METHODOLOGIST: Final = "methodologist"
    ANALYST: Final = "analyst"
    VOLUNTEER: Final = "volunteer"
    WAREHOUSE: Final = "warehouse"


ROLES: Final = (
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.COORDINATOR,
    Role.CASE_MANAGER,
    Role.SPECIALIST,
    Role.PSYCHOLOGIST,
    Role.METHODOLOGIST,
    Role.ANALYST,
    Role.VOLUNTEER,
    Role.WAREHOUSE,
)


class Scope(IntEnum):
    """How far an ability reaches: nowhere, the cases one works on, one's departments, everything."""

    NONE = 0
    TEAM = 1
    DEPARTMENT = 2
    ALL = 3


_T, _D, _A = Scope.TEAM, Scope.DEPARTMENT, Scope.ALL


# A role that is absent from a row has no such ability. The administrator keeps the installation and
# the accounts and sees no family; the analyst and the methodologist see codes and figures and no
# identity.
ABILITIES: Final[dict[str, dict[str, Scope]]] = {
    "case.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "identity.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "case.open": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.CASE_MANAGER: _D},
    "case.change": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.CASE_MANAGER: _T},
    "assessment.write": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "assessment.approve": {Role.HEAD: _A, Role.COORDINATOR: _D},
    # Signals and paths of families without a case yet; the case's own people come in through its team.
    "intake.work": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _D,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "council.vote": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "plan.write": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    # A volunteer sees the tasks given to him or her, and nothing else (S4-16).
    "task.do": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
        Role.VOLUNTEER: _T,
    },
    # What a family receives: read by whoever works with it, recorded by whoever may.
    "help.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "help.record": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    # The stock places: what is there is seen by whoever gives it out, kept by the workers of the warehouse (S0-77).
    # A worker of the warehouse sees no family, only what is put aside for a code.
    "goods.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _A,
        Role.CASE_MANAGER: _A,
        Role.SPECIALIST: _A,
        Role.PSYCHOLOGIST: _A,
        Role.WAREHOUSE: _A,
    },
    "goods.hand_out": {Role.HEAD: _A, Role.WAREHOUSE: _A},
    "goods.manage": {Role.HEAD: _A, Role.COORDINATOR: _A, Role.WAREHOUSE: _A},
    # What is known of illnesses: not for everybody in a team.
    "health.read": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.CASE_MANAGER: _T, Role.PSYCHOLOGIST: _T},
    "partners.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _A,
        Role.CASE_MANAGER: _A,
        Role.SPECIALIST: _A,
        Role.PSYCHOLOGIST: _A,
    },
    "partners.change": {Role.HEAD: _A, Role.COORDINATOR: _A, Role.CASE_MANAGER: _A},
    # Who sleeps where tonight and what happened on a shift: whoever works in the department of the centre (S0-06).
    "stays.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _D,
        Role.SPECIALIST: _D,
        Role.PSYCHOLOGIST: _D,
    },
    # Rooms and beds, and the word on a longer stay (S3-83).
    "stays.manage": {Role.HEAD: _A, Role.COORDINATOR: _D},
    # What was said in therapy: its author and the colleagues named by the author, in person. No role that leads others
    # has it, no substitute takes it over (S0-15, S0-70); the head may hand a note on after its author left, unread.
    "notes.read": {Role.CASE_MANAGER: _T, Role.SPECIALIST: _T, Role.PSYCHOLOGIST: _T},
    "notes.hand_on": {Role.HEAD: _A},
    # A letter leaves the house with their word; letters about no family go by the whole reach only.
    "letters.sign": {Role.HEAD: _A, Role.COORDINATOR: _D},
    "process.override": {Role.HEAD: _A},
    # The only thing here that cannot be taken back.
    "data.destroy": {Role.HEAD: _A},
    "outcomes.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.METHODOLOGIST: _A,
        Role.ANALYST: _A,
    },
    "outcomes.export": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.METHODOLOGIST: _A, Role.ANALYST: _A},
    # What everybody may read leaves the house by two words: one prepares it, another one lets it go.
    "release.prepare": {Role.HEAD: _A, Role.METHODOLOGIST: _A, Role.ANALYST: _A},
    "release.confirm": {Role.HEAD: _A, Role.COORDINATOR: _A, Role.METHODOLOGIST: _A, Role.ANALYST: _A},
    "registry.import": {Role.HEAD: _A, Role.COORDINATOR: _D},
    "people.manage": {Role.ADMINISTRATOR: _A, Role.HEAD: _A},
    "journal.read": {Role.ADMINISTRATOR: _A, Role.HEAD: _A},
    # The method: forms, processes, logic models, indicators, own fields, and what follows from them.
    "practice.manage": {Role.ADMINISTRATOR: _A, Role.HEAD: _A, Role.METHODOLOGIST: _A},
    # What stands on papers for the whole house, such as its bank account, and the limits of publication.
    "organization.manage": {Role.ADMINISTRATOR: _A, Role.HEAD: _A},
}


# What a substitute takes over for the days of an absence: the work with families. Accounts, the practice, votes, steps
# outside the process and destruction stay with the person.
SUBSTITUTED: Final = frozenset(
    {
        "case.read",
        "identity.read",
        "case.open",
        "case.change",
        "assessment.write",
        "assessment.approve",
        "intake.work",
        "plan.write",
        "task.do",
        "help.read",
        "help.record",
        "goods.read",
        "goods.manage",
        "health.read",
        "partners.read",
        "partners.change",
        "stays.read",
        "stays.manage",
        "letters.sign",
        "outcomes.read",
    }
)


Grant = tuple[str, int | None]


# Where these roles hold in one department only, the department says which cases they reach.
DEPARTMENT_ROLES: Final = (Role.COORDINATOR, Role.CASE_MANAGER)


# Losing the last of these would leave an organization that nobody can run or nobody answers for.
KEY_ROLES: Final = (Role.ADMINISTRATOR, Role.HEAD)


def tidy_grants(grants: Iterable[Grant]) -> frozenset[Grant]:
    """The grants as kept: a role in the whole organization swallows the same role in a department, and the
    administrator and the head have theirs in the whole organization only; ``ValueError`` for an unknown role.
    """
    pairs = {(role, None if role in KEY_ROLES else department) for role, department in grants}
    if unknown := {role for role, _department in pairs} - set(ROLES):
        raise ValueError(", ".join(sorted(unknown)))
    everywhere = {role for role, department in pairs if department is None}
    return frozenset((role, department) for role, department in pairs if department is None or role not in everywhere)
