"""Tables of papers: consents, sealed files, letters from templates, notices, and whom we told what."""

from opora.papers.models.consents import Consent, DestructionAct, DestructionTimer, TermExtension
from opora.papers.models.told import ChildHistory, Disclosure, Notice
from opora.papers.models.written import Letter, LetterTemplate, StoredFile

__all__ = [
    "ChildHistory",
    "Consent",
    "DestructionAct",
    "DestructionTimer",
    "Disclosure",
    "Letter",
    "LetterTemplate",
    "Notice",
    "StoredFile",
    "TermExtension",
]
