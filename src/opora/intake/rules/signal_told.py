"""What was told with a signal, and what of it may be kept when somebody wishes to stay unknown (S2-07)."""

from collections.abc import Mapping

from opora.families.rules.identity import Identity
from opora.families.rules.phones import NATIONAL_DIGITS, phones_in

NAMING = ("caller", "phone", "surname", "given", "address")
STORY = "story"
"""What the told is sealed for."""
FIELDS = (*NAMING, STORY)
# Answers of the form on the website that the signal has no field of its own for; they name nobody. An answer that
# nobody gave is not kept, so that the card never takes silence for a "no".
ANSWERS = ("home", "urgency", "consent")
LONGEST_LINE, LONGEST_STORY = 200, 10_000


def kept(told: Mapping[str, str], *, is_anonymous: bool) -> dict[str, str]:
    """The fields to keep: of an anonymous signal nothing that names, and never an empty field or an unknown one."""
    names = (STORY, *ANSWERS) if is_anonymous else (*FIELDS, *ANSWERS)
    return {name: text for name in names if (text := str(told.get(name, "") or "").strip())}


def too_long(told: Mapping[str, str]) -> str | None:
    """The first field that is longer than may be kept."""
    for name in (*FIELDS, *ANSWERS):
        if len(str(told.get(name, "") or "")) > (LONGEST_STORY if name == STORY else LONGEST_LINE):
            return name
    return None


def person_told(told: Mapping[str, str]) -> Identity:
    """Whom the signal is about, as far as it was told: the parent's name, every telephone, also one in the story."""
    numbers = [phone.digits for phone in phones_in(told.get(STORY, "")) if len(phone.digits) >= NATIONAL_DIGITS]
    in_story = [number if len(number) == NATIONAL_DIGITS else f"+{number}" for number in numbers]
    lines = (told.get("phone", ""), *in_story)
    return Identity(surname=told.get("surname", ""), given=told.get("given", ""), phones=lines).cleaned()


def caller_told(told: Mapping[str, str]) -> Identity:
    """Who turned to us, as one line of names: enough to be searched, too little to be taken for the parent."""
    return Identity(patronymic=told.get("caller", "")).cleaned()
