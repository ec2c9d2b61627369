"""The invented people who work in the demonstration, one or more of each role."""

from dataclasses import dataclass

from opora.access.rules import Role


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works here; ``departments`` are places in the practice's list, empty for the whole house."""

    key: str
    name: str
    roles: tuple[str, ...]
    departments: tuple[int, ...] = ()


# Where families are worked with: the two departments of the practice that is always there, and those of the others.
SUPPORT, SHELTER, RESIDENCE, FAMILY_HELP, NEARBY = range(5)
PROGRAMS = {
    SUPPORT: "comprehensive_support",
    SHELTER: "crisis_center",
    RESIDENCE: "crisis_department",
    FAMILY_HELP: "family_help",
    NEARBY: "mama_ryadom",
}

STAFF = (
    Worker("admin", "Игорь Лапин", (Role.ADMINISTRATOR,)),
    Worker("head", "Марина Орлова", (Role.HEAD,)),
    Worker("coordinator", "Елена Соколова", (Role.COORDINATOR,), (SUPPORT,)),
    Worker("coordinator.kc", "Ольга Дёмина", (Role.COORDINATOR,), (SHELTER,)),
    Worker("manager", "Анна Белова", (Role.CASE_MANAGER,), (SUPPORT,)),
    Worker("manager2", "Павел Ершов", (Role.CASE_MANAGER,), (SUPPORT,)),
    Worker("manager.kc", "Нина Котова", (Role.CASE_MANAGER,), (SHELTER,)),
    Worker("specialist", "Тимур Асадов", (Role.SPECIALIST,), (SUPPORT,)),
    Worker("psychologist", "Дарья Милова", (Role.PSYCHOLOGIST,)),
    Worker("methodologist", "Ирина Вольская", (Role.METHODOLOGIST,)),
    Worker("analyst", "Юлия Ким", (Role.ANALYST,)),
    Worker("warehouse", "Галина Сомова", (Role.WAREHOUSE,)),
    Worker("volunteer", "Степан Громов", (Role.VOLUNTEER,)),
)
MANAGERS = {
    SUPPORT: ("manager", "manager2"),
    SHELTER: ("manager.kc",),
    RESIDENCE: ("manager.kc",),
    FAMILY_HELP: ("manager2", "manager"),
    NEARBY: ("manager.kc",),
}
COORDINATORS = {
    SUPPORT: "coordinator",
    SHELTER: "coordinator.kc",
    RESIDENCE: "coordinator.kc",
    FAMILY_HELP: "coordinator",
    NEARBY: "coordinator.kc",
}


def email(worker: Worker) -> str:
    """The address to sign in with; the domain can never receive mail."""
    return f"{worker.key}@opora.example"
