"""Pure rules about people: codes, identity, search tokens, sealing, placements, ages."""

from .ages import OF_AGE, Age, AgeSpan, age_on, age_span, comes_of_age_on
from .births import Birth, parse_birth
from .blind_index import INDEX_VERSION, BlindIndex
from .childhood import Belonging, Ended, RoleSpan, belonging_on, is_of_age
from .codes import LETTERS, UNKNOWN_LETTER, BadCode, Code, CodeFault, letter_for, next_code, parse_code
from .duplicates import Likeness, Sign, likeness
from .former_names import FormerName, parse_former
from .id_papers import IdPaper, PaperFault, PaperKind, paper_fault, papers_of, parse_paper
from .identity import Fault, Identity, identity_faults
from .newcomers import Newcomer
from .phones import Phone, phones_in, to_dial
from .placements import (
    KINDS,
    PlacedPeriod,
    PlacementFault,
    placement_fault,
    placement_on,
    placements_timeline,
)
from .registered import CodedFamily, RegisteredFamily, RegistrationNote
from .roles import CAREGIVERS, ROLES
from .surnames import of_the_family
from .vault import Keyring, Sealed, Vault

__all__ = [
    "CAREGIVERS",
    "INDEX_VERSION",
    "KINDS",
    "LETTERS",
    "OF_AGE",
    "ROLES",
    "UNKNOWN_LETTER",
    "Age",
    "AgeSpan",
    "BadCode",
    "Belonging",
    "Birth",
    "BlindIndex",
    "Code",
    "CodeFault",
    "CodedFamily",
    "Ended",
    "Fault",
    "FormerName",
    "IdPaper",
    "Identity",
    "Keyring",
    "Likeness",
    "Newcomer",
    "PaperFault",
    "PaperKind",
    "Phone",
    "PlacedPeriod",
    "PlacementFault",
    "RegisteredFamily",
    "RegistrationNote",
    "RoleSpan",
    "Sealed",
    "Sign",
    "Vault",
    "age_on",
    "age_span",
    "belonging_on",
    "comes_of_age_on",
    "identity_faults",
    "is_of_age",
    "letter_for",
    "likeness",
    "next_code",
    "of_the_family",
    "paper_fault",
    "papers_of",
    "parse_birth",
    "parse_code",
    "parse_former",
    "parse_paper",
    "phones_in",
    "placement_fault",
    "placement_on",
    "placements_timeline",
    "to_dial",
]
