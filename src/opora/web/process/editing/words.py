"""The words of a draft of a process: its parts, their fields, what may be chosen."""

from django.utils.translation import pgettext_lazy

PARTS = {
    "stage": pgettext_lazy("part of a process", "stage"),
    "exit": pgettext_lazy("part of a process", "exit"),
    "action": pgettext_lazy("part of a process", "step"),
    "document": pgettext_lazy("part of a process", "paper"),
    "field": pgettext_lazy("part of a process", "field of a step"),
    "role": pgettext_lazy("part of a process", "role"),
    "table": pgettext_lazy("part of a process", "criteria"),
    "assumption": pgettext_lazy("part of a process", "assumption"),
    "result": pgettext_lazy("part of a process", "social result"),
    "process": pgettext_lazy("part of a process", "process as a whole"),
}
NEW = {
    "stage": pgettext_lazy("part of a process", "New stage"),
    "exit": pgettext_lazy("part of a process", "New exit"),
    "action": pgettext_lazy("part of a process", "New step"),
    "document": pgettext_lazy("part of a process", "New paper"),
    "field": pgettext_lazy("part of a process", "New field of steps"),
    "role": pgettext_lazy("part of a process", "New role"),
    "table": pgettext_lazy("part of a process", "New decision"),
    "assumption": pgettext_lazy("part of a process", "New assumption"),
    "result": pgettext_lazy("part of a process", "New social result"),
}
GROUPS = {
    "stage": pgettext_lazy("part of a process", "Stages"),
    "action": pgettext_lazy("part of a process", "Steps"),
    "exit": pgettext_lazy("part of a process", "Exits"),
    "table": pgettext_lazy("part of a process", "Decisions and criteria"),
    "document": pgettext_lazy("part of a process", "Papers"),
    "field": pgettext_lazy("part of a process", "What is filled in with steps"),
    "role": pgettext_lazy("part of a process", "Roles"),
    "assumption": pgettext_lazy("part of a process", "Assumptions and limits"),
    "result": pgettext_lazy("part of a process", "Social results"),
}
FIELDS = {
    "title": pgettext_lazy("process", "name"),
    "start": pgettext_lazy("process", "where a signal begins"),
    "case_start": pgettext_lazy("process", "where a case begins"),
    "role": pgettext_lazy("process", "who answers"),
    "roles": pgettext_lazy("process", "who takes it"),
    "access": pgettext_lazy("process", "roles of Opora"),
    "days": pgettext_lazy("process", "term"),
    "short": pgettext_lazy("process", "short name"),
    "uses": pgettext_lazy("process", "what is at hand"),
    "assumptions": pgettext_lazy("process", "what is taken for granted"),
    "except": pgettext_lazy("process", "exceptions"),
    "exits": pgettext_lazy("process", "exits"),
    "tasks": pgettext_lazy("process", "what is to be done"),
    "at": pgettext_lazy("process", "place on the map"),
    "shape": pgettext_lazy("process", "how it is drawn"),
    "kind": pgettext_lazy("process", "kind"),
    "case_reason": pgettext_lazy("process", "reason for closing"),
    "from": pgettext_lazy("process", "from where"),
    "to": pgettext_lazy("process", "where to"),
    "documents": pgettext_lazy("process", "papers"),
    "criteria": pgettext_lazy("process", "decisions it needs"),
    "facts": pgettext_lazy("process", "criteria to answer"),
    "reason": pgettext_lazy("process", "reason"),
    "fields": pgettext_lazy("process", "what is filled in"),
    "effect": pgettext_lazy("process", "what it does"),
    "rows": pgettext_lazy("process", "rows"),
    "order": pgettext_lazy("process", "order"),
    "choices": pgettext_lazy("process", "answers"),
    "results": pgettext_lazy("process", "what may be decided"),
}
SHAPES = {
    "": pgettext_lazy("shape", "something done"),
    "decision": pgettext_lazy("shape", "a decision"),
    "link": pgettext_lazy("shape", "a link to another scheme"),
}
EXITS = {
    "success": pgettext_lazy("exit of a process", "with a result"),
    "helped": pgettext_lazy("exit of a process", "help was given"),
    "transfer": pgettext_lazy("exit of a process", "handed on to others"),
    "safe": pgettext_lazy("exit of a process", "the child is safe"),
    "refused": pgettext_lazy("exit of a process", "the family refused"),
    "declined": pgettext_lazy("exit of a process", "we declined"),
}
KINDS = {
    "": pgettext_lazy("step of a process", "ordinary"),
    "main": pgettext_lazy("step of a process", "the usual way on"),
    "danger": pgettext_lazy("step of a process", "danger"),
    "loop": pgettext_lazy("step of a process", "back again"),
}
FIELD_KINDS = {
    "text": pgettext_lazy("field of a step", "a line of text"),
    "choice": pgettext_lazy("field of a step", "one of a list"),
    "day": pgettext_lazy("field of a step", "a day"),
    "user": pgettext_lazy("field of a step", "a colleague"),
    "partner": pgettext_lazy("field of a step", "a partner organization"),
}
EFFECTS = {
    "": pgettext_lazy("step of a process", "leads on"),
    "open_case": pgettext_lazy("step of a process", "opens a case"),
    "close_case": pgettext_lazy("step of a process", "closes the case"),
    "high_risk": pgettext_lazy("step of a process", "marks high risk"),
}
