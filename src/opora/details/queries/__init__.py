"""Reading answers to own fields: of one family, and of many for lists, tables and figures."""

from opora.details.queries.answered import answers_known, fact_key
from opora.details.queries.card import About, Card, Line, card_of, contacts_named, history_of, subjects_of
from opora.details.queries.values import cases_with, columns_of_cases, fields_of_cases, say_answer, values_of

__all__ = [
    "About",
    "Card",
    "Line",
    "answers_known",
    "card_of",
    "cases_with",
    "columns_of_cases",
    "contacts_named",
    "fact_key",
    "fields_of_cases",
    "history_of",
    "say_answer",
    "subjects_of",
    "values_of",
]
