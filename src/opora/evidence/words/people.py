"""Children who were told of and are in no count: what they were to the family on the day of closing."""

from django.utils.translation import gettext as _

from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.words.numbers import number


def no_children_then(outcome: ProgramOutcome) -> list[str]:
    """Who had come of age, left the family or died before the case was closed, each told apart; empty when nobody."""
    children = outcome.children
    return [
        *([_("came of age: %(n)s") % {"n": number(children.grown)}] if children.grown else ()),
        *([_("left the family: %(n)s") % {"n": number(children.gone)}] if children.gone else ()),
        *([_("died: %(n)s") % {"n": number(children.died)}] if children.died else ()),
    ]
