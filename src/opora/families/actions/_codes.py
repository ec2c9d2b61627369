"""Giving out codes so that none comes twice, however many people are entered at once (S3-80)."""

from collections import Counter
from collections.abc import Mapping

from django.db import connection
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Invalid
from opora.common.one_at_a_time import one_at_a_time
from opora.families.models import CodeCounter, Person
from opora.families.rules import LETTERS, BadCode, Code, next_code, parse_code
from opora.families.words import code_sentence

_RAISE = """
    INSERT INTO families_codecounter AS counter (letter, last_number)
    SELECT * FROM unnest(%s::text[], %s::int[])
    ON CONFLICT (letter) DO UPDATE SET last_number = greatest(counter.last_number, excluded.last_number)
"""
# As many numbers as are wanted of each letter, in one go; gives the last of them.
_ADVANCE = """
    INSERT INTO families_codecounter AS counter (letter, last_number)
    SELECT * FROM unnest(%s::text[], %s::int[])
    ON CONFLICT (letter) DO UPDATE SET last_number = counter.last_number + excluded.last_number
    RETURNING letter, last_number
"""

_TAKEN = _("The code %(code)s is taken. Leave the field empty to get the next free one.")


def lock_codes() -> None:
    """Wait until nobody else gives out codes.

    The counter's row would be lock enough for one code. A family takes several letters in any order, and two
    families that took the same letters in opposite order would wait for each other for ever.
    """
    one_at_a_time("families.codes")


def issue(letter: str) -> Code:
    """The next code of a letter; it is spent when the transaction is kept."""
    lock_codes()
    counter = CodeCounter.objects.select_for_update().filter(letter=letter).first()
    code = next_code(letter, counter.last_number if counter else 0)
    keep_ahead({code.letter: code.number})
    return code


def take(text: str) -> Code:
    """The code an organization gave itself, when nobody has it; Invalid with a sentence otherwise."""
    try:
        code = parse_code(text)
    except BadCode as refusal:
        raise Invalid({"code": code_sentence(refusal)}) from refusal
    lock_codes()
    if Person.objects.filter(code_letter=code.letter, code_number=code.number).exists():
        raise Invalid({"code": _TAKEN % {"code": code}})
    keep_ahead({code.letter: code.number})
    return code


def give_out(wanted: Mapping[str, str]) -> dict[str, Code]:
    """A code for each place at once: a letter gets its next number, a whole code is taken as the organization gave it.

    Raises Invalid under "<place>-code" for every code that is misspelled, taken, or wished for twice.
    """
    given = {place: text for place, text in wanted.items() if text not in LETTERS}
    own, faults = _read_all(given)
    lock_codes()
    if not given:
        return _next_of_letters(wanted)
    faults |= _taken(own)
    if faults:
        raise Invalid(faults)
    letters = {text for text in wanted.values() if text in LETTERS}
    last = dict(
        CodeCounter.objects.select_for_update()
        .filter(letter__in=letters | {code.letter for code in own.values()})
        .order_by("letter")
        .values_list("letter", "last_number")
    )
    for code in own.values():
        last[code.letter] = max(last.get(code.letter, 0), code.number)
    codes = {}
    for place, text in wanted.items():
        codes[place] = own[place] if place in own else next_code(text, last.get(text, 0))
        last[codes[place].letter] = max(last.get(codes[place].letter, 0), codes[place].number)
    keep_ahead(last)
    return codes


def _next_of_letters(wanted: Mapping[str, str]) -> dict[str, Code]:
    """The next numbers of the letters wished for, in the order of the places."""
    counts = Counter(wanted.values())
    with connection.cursor() as cursor:
        cursor.execute(_ADVANCE, [list(counts), list(counts.values())])
        last = {letter: number - counts[letter] for letter, number in cursor.fetchall()}
    codes = {}
    for place, letter in wanted.items():
        codes[place] = next_code(letter, last[letter])
        last[letter] = codes[place].number
    return codes


def _read_all(given: Mapping[str, str]) -> tuple[dict[str, Code], dict[str, object]]:
    read: dict[str, Code] = {}
    faults: dict[str, object] = {}
    for place, text in given.items():
        try:
            read[place] = parse_code(text)
        except BadCode as refusal:
            faults[f"{place}-code"] = code_sentence(refusal)
    return read, faults


def _taken(own: Mapping[str, Code]) -> dict[str, object]:
    """A sentence for each place whose code somebody has, here or in the database."""
    if not own:
        return {}
    people = Person.objects.filter(
        code_letter__in={code.letter for code in own.values()}, code_number__in={code.number for code in own.values()}
    )
    spent = {Code(letter, number) for letter, number in people.values_list("code_letter", "code_number")}
    faults: dict[str, object] = {}
    for place, code in own.items():
        if code in spent:
            faults[f"{place}-code"] = _TAKEN % {"code": code}
        spent.add(code)
    return faults


def keep_ahead(largest: Mapping[str, int]) -> None:
    """Let each letter's counter stand at least at the largest number in use."""
    with connection.cursor() as cursor:
        cursor.execute(_RAISE, [list(largest), list(largest.values())])
