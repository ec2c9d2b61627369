"""What a box, an assumption or an outcome may name as that which shows it: codes with the words people know them by."""

from collections.abc import Iterable, Mapping

from opora.access.rules import Actor
from opora.catalogue.queries import services_in_force
from opora.common.language import said
from opora.indicators import words as figures
from opora.indicators.queries import indicators_in_force
from opora.logic import words
from opora.logic.queries import Draft, practice_of_draft
from opora.web.logic.telling import items_of


def names_of(actor: Actor, draft: Draft) -> Mapping[str, Iterable[tuple[str, str]]]:
    """Kind by kind; services are those of the practice by whose catalogue the model is read."""
    practice = practice_of_draft(draft)
    return {
        "indicators": [(one.code, f"{one.code} {figures.title(one)}") for one in indicators_in_force(actor=actor)],
        "items": [(code, f"{code} {text}") for code, text in items_of(actor).items()],
        "records": [(kind, str(word)) for kind, word in words.RECORDS.items()],
        "documents": [(code, f"{code} {word}") for code, word in words.DOCUMENTS.items()],
        "services": [(one.code, said(one.title)) for one in services_in_force() if one.practice == practice],
    }
