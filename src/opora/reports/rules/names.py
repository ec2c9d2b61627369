"""Words in a narrative that look like the name or the code of a person. A guess for a warning, never a verdict."""

import re
from typing import Final

_WORD: Final = r"[А-ЯЁ][а-яё]{2,}"
_FATHER: Final = re.compile(rf"\b({_WORD}(?:ович|евич|ьич|овн|евн|иничн|ичн)(?:а|ы|е|у|ой|ом|ем)?)\b")
_INITIALS: Final = re.compile(rf"\b({_WORD}\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)")
_CODE: Final = re.compile(r"\b([А-ЯЁ]\d{1,4})\b")


def like_people(text: str) -> list[str]:
    """What looks like a patronymic, a name with initials or a code of somebody, as it stands there, each once."""
    found = [match.group(1).strip() for shape in (_FATHER, _INITIALS, _CODE) for match in shape.finditer(text)]
    return list(dict.fromkeys(found))
