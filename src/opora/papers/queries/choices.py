"""What the forms of papers offer to choose from; the codes and their words stand at the tables."""

from opora.common.choices import offered
from opora.papers.models import Consent, Disclosure, LetterTemplate, Notice, TermExtension

PURPOSES = offered(*Consent.Purpose)
LETTERS = offered(*LetterTemplate.Kind)
GROUNDS = offered(*TermExtension.Ground)
ADDRESSEES = offered(*Notice.Addressee)
BASES = offered(*Disclosure.Basis)
