"""A small process and paths through it, for tests of this room and of the rooms above."""

from datetime import date
from typing import Any

from opora.access.actions import departments as access
from opora.access.models import Department
from opora.access.rules import SYSTEM, Actor
from opora.pathways.actions import publish_route
from opora.pathways.models import RouteVersion
from opora.process import actions
from opora.process.models import Route
from opora.programs.models import Program, ProgramDepartment

BEGAN = date(2026, 3, 2)
TRIAL: dict[str, Any] = {
    "code": "trial",
    "title": {"ru": "Пробный процесс", "en": "Trial process"},
    "programs": ["trial"],
    "start": "start",
    "case_start": "work",
    "roles": {
        "worker": {
            "title": {"ru": "Сотрудник", "en": "Worker"},
            "access": ["head", "coordinator", "case_manager", "specialist"],
        }
    },
    "documents": {
        "plan": {"ru": "План", "en": "Plan"},
        "consent": {"ru": "Согласие", "en": "Consent"},
        "vote_minutes": {"ru": "Протокол голосования", "en": "Minutes of the vote"},
    },
    "stages": {
        "start": {"title": {"ru": "Начало", "en": "Start"}, "role": "worker", "days": 3, "at": [0, 0]},
        "work": {"title": {"ru": "Работа", "en": "Work"}, "role": "worker", "days": 30, "at": [1, 0]},
    },
    "exits": {
        "done": {
            "title": {"ru": "Завершено", "en": "Done"},
            "kind": "success",
            "at": [2, 0],
            "case_reason": "goals_achieved",
        },
        "helped": {"title": {"ru": "Помощь оказана", "en": "Helped"}, "kind": "helped", "at": [1, 1]},
        "declined": {
            "title": {"ru": "Отказ", "en": "Declined"},
            "kind": "declined",
            "at": [2, 1],
            "case_reason": "family_declined",
        },
    },
    "criteria": {
        "need": {
            "title": {"ru": "Критерии нуждаемости", "en": "Criteria of need"},
            "facts": {"risk": {"title": {"ru": "Уровень риска", "en": "Level of risk"}, "values": ["low", "high"]}},
            "rows": [
                {"when": {"risk": "low"}, "then": "help", "why": {"ru": "Риск низкий", "en": "The risk is low"}},
                {"when": {"risk": "high"}, "then": "fits", "why": {"ru": "Риск высокий", "en": "The risk is high"}},
            ],
        }
    },
    "actions": {
        "begin_work": {
            "title": {"ru": "Начать работу", "en": "Begin the work"},
            "from": "start",
            "to": "work",
            "documents": ["consent"],
            "criteria": {"need": ["fits"]},
        },
        "help_once": {
            "title": {"ru": "Помочь один раз", "en": "Help once"},
            "from": "start",
            "to": "helped",
            "criteria": {"need": ["help"]},
        },
        "finish": {
            "title": {"ru": "Завершить", "en": "Finish"},
            "from": "work",
            "to": "done",
            "documents": ["plan"],
            "effect": "close_case",
        },
        "decline": {
            "title": {"ru": "Отказ", "en": "Decline"},
            "from": "*",
            "to": "declined",
            "reason": True,
            "effect": "close_case",
        },
    },
}


def publish_trial() -> RouteVersion:
    """The trial process, published."""
    return publish_route(actor=SYSTEM, code="trial", body=TRIAL)


def trial_program() -> tuple[Program, Department]:
    """A program that runs by the trial process, in a department of its own."""
    department = Department.objects.filter(name="Отдел пробного процесса").first() or access.add_department(
        actor=SYSTEM, name="Отдел пробного процесса", number_pattern="{n}"
    )
    program, _created = Program.objects.get_or_create(
        code="trial", defaults={"name": "Пробная программа", "layout": "support"}
    )
    ProgramDepartment.objects.get_or_create(program=program, department=department)
    return program, department


def make_route(*, actor: Actor = SYSTEM, on: date = BEGAN, **details: Any) -> Route:
    """A path at the start of the trial process."""
    publish_trial()
    program, department = trial_program()
    return actions.begin(actor=actor, program_id=program.pk, department_id=department.pk, on=on, **details)
