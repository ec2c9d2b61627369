"""What was told with a signal, and what of it may be kept when somebody wishes to stay unknown (S2-07)."""

from collections.abc import Mapping

NAMING = ("caller", "phone", "surname", "given", "address")
STORY = "story"
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
