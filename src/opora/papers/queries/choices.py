"""What the forms of papers offer to choose from; the codes and their words stand at the tables."""

from django.utils.text import capfirst

from opora.common.choices import offered
from opora.papers.models import Consent, Disclosure, LetterTemplate, Notice, TermExtension
from opora.papers.template_kinds import KINDS

PURPOSES = offered(*Consent.Purpose)
LETTERS = offered(*LetterTemplate.Kind)


def template_kinds() -> list[tuple[str, str]]:
    """Every kind of template with its words, in the reader's language."""
    return [(code, str(capfirst(str(kind.title)))) for code, kind in KINDS.items()]


GROUNDS = offered(*TermExtension.Ground)
ADDRESSEES = offered(*Notice.Addressee)
BASES = offered(*Disclosure.Basis)
