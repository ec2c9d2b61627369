"""What a process is, what is wrong with one, and what may happen next on a path."""

from opora.pathways.rules.case_reasons import CASE_REASONS
from opora.pathways.rules.checks import check, problems_in
from opora.pathways.rules.definition import (
    ANYWHERE,
    Action,
    Assumption,
    Definition,
    Exit,
    Fact,
    Facts,
    Field,
    ProcessRole,
    Row,
    Stage,
    Table,
    Value,
)
from opora.pathways.rules.interpreter import (
    Decision,
    Option,
    Reason,
    State,
    carried,
    decide,
    due_on,
    find_option,
    missing_words,
    options,
)
from opora.pathways.rules.moving import Standing, Trial, goal_of, problems_of, try_out
from opora.pathways.rules.problems import Malformed, Problem, Where
from opora.pathways.rules.reading import parse
from opora.pathways.rules.stops import Stop, stops

__all__ = [
    "ANYWHERE",
    "CASE_REASONS",
    "Action",
    "Assumption",
    "Decision",
    "Definition",
    "Exit",
    "Fact",
    "Facts",
    "Field",
    "Malformed",
    "Option",
    "Problem",
    "ProcessRole",
    "Reason",
    "Row",
    "Stage",
    "Standing",
    "State",
    "Stop",
    "Table",
    "Trial",
    "Value",
    "Where",
    "carried",
    "check",
    "decide",
    "due_on",
    "find_option",
    "goal_of",
    "missing_words",
    "options",
    "parse",
    "problems_in",
    "problems_of",
    "stops",
    "try_out",
]
