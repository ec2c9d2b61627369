"""Giving out codes so that none comes twice, however many people are entered at once (S3-80)."""

from collections.abc import Mapping

from django.db import connection
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Invalid
from opora.families.models import CodeCounter, Person
from opora.families.rules import BadCode, Code, next_code, parse_code
from opora.families.words import code_sentence

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('opora.families.codes'))"
_RAISE = """
    INSERT INTO families_codecounter AS counter (letter, last_number)
    SELECT * FROM unnest(%s::text[], %s::int[])
    ON CONFLICT (letter) DO UPDATE SET last_number = greatest(counter.last_number, excluded.last_number)
"""


def lock_codes() -> None:
    """Wait until nobody else gives out codes.

    The counter's row would be lock enough for one code. A family takes several letters in any order, and two
    families that took the same letters in opposite order would wait for each other for ever.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)


def issue(letter: str) -> Code:
    """The next code of a letter; it is spent when the transaction is kept."""
    lock_codes()
    counter = CodeCounter.objects.select_for_update().filter(letter=letter).first()
    code = next_code(letter, counter.last_number if counter else 0)
    keep_ahead({code.letter: code.number})
    return code


def take(text: str) -> Code:
    """The code an organisation gave itself, when nobody has it; Invalid with a sentence otherwise."""
    try:
        code = parse_code(text)
    except BadCode as refusal:
        raise Invalid({"code": code_sentence(refusal)}) from refusal
    lock_codes()
    if Person.objects.filter(code_letter=code.letter, code_number=code.number).exists():
        sentence = _("The code %(code)s is taken. Leave the field empty to get the next free one.")
        raise Invalid({"code": sentence % {"code": code}})
    keep_ahead({code.letter: code.number})
    return code


def keep_ahead(largest: Mapping[str, int]) -> None:
    """Let each letter's counter stand at least at the largest number in use."""
    with connection.cursor() as cursor:
        cursor.execute(_RAISE, [list(largest), list(largest.values())])
