"""No page of proof claims a cause: figures agree with a hypothesis or do not, and what was given stands beside what
changed (X-14). Both catalogues are read, for a page says nothing that does not stand in them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.house.source import PACKAGE

PROOF = ("evidence", "indicators", "chain", "studies", "pivot", "reports", "release", "results")
_OURS_EN = r"(?:our|the|this|that) (?:help|support|service|work|program)s?"
_OURS_RU = r"(?:наш\w+ |эт\w+ )?(?:помощ|услуг|поддержк|сопровожден|работ|программ)"
CLAIMS = {
    "en": re.compile(
        r"\bcaus(?:e[sd]?|ing)\b|\bprov(?:es?|ed|en|ing)\b|\bthanks to\b|\b(?:led|leads) to\b"
        rf"|\b(?:due to|because of) {_OURS_EN}\b|\beffect(?:s|ive|iveness)?\b|\bimpact\b|\bresult(?:ed|s) in\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"благодаря|доказ|вызва[лн]|прив(?:ел|одит|одят)\w*\s+к|повлия|эффект|воздейств"
        rf"|(?:из-за|за сч[её]т) {_OURS_RU}|причин\w* (?:изменени|результат|успех)",
        re.IGNORECASE,
    ),
}
# What says that something is no cause may name it.
DENIED = re.compile(
    r"\bnot an? (?:cause|effect)\b|\bdo(?:es)? not (?:prove|show)\b|\bno proof\b|не доказыва|не показыва|а не причина",
    re.IGNORECASE,
)
# The few sentences that may bear such a word, each with the reason why.
MAY = {
    "Effect size (rank-biserial correlation)": "the name of a statistic",
    "thanks to the support the family's well-being has improved and the child is kept in the family": "S3-94, quoted",
    "Thanks to comprehensive support families’ well-being has improved and the child is kept in the family.": "S3-94",
    "Thanks to what, for whom, what changed and by how much.": "the question of a hypothesis, which is only asked",
    "later effect of a decision": "what was seen after a change of practice, a name of S3-90",
    "later effects of decisions": "what was seen after a change of practice, a name of S3-90",
    "wrote down the later effect of a decision after hypothesis No. %(number)s": "the same in the journal",
}


def _catalogues() -> Iterator[Path]:
    for room in PROOF:
        for folder in (PACKAGE / room, PACKAGE / "web" / room):
            yield from folder.glob("locale/ru/LC_MESSAGES/django.po")


def _claiming(path: Path) -> list[str]:
    found = []
    with path.open("rb") as file:
        messages = read_po(file)
    for message in messages:
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        russian = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for language, sentences in (("en", english), ("ru", russian)):
            found += [
                f"{path.relative_to(PACKAGE).parts[:2]}: {sentence}"
                for sentence in sentences
                if sentence
                and CLAIMS[language].search(sentence)
                and not DENIED.search(sentence)
                and english[0] not in MAY
            ]
    return found


def test_no_sentence_of_proof_claims_a_cause() -> None:
    found = [sentence for path in _catalogues() for sentence in _claiming(path)]
    assert not found, "\n".join(["say what stands beside what, never that one made the other:", *found])


def test_every_sentence_that_may_stands_somewhere() -> None:
    """A sentence that is gone is taken off the list."""
    said = {path.read_text(encoding="utf-8") for path in _catalogues()}
    gone = [one for one in MAY if not any(one[:30].replace('"', '\\"') in text for text in said)]
    assert not gone


@pytest.mark.parametrize(
    "claim",
    [
        "Our help caused the change.",
        "The figures prove that support works.",
        "Благодаря сопровождению семьям стало лучше.",
        "Показатель решился из-за нашей помощи.",
        "Услуга привела к результату.",
        "Это доказывает, что помощь работает.",
    ],
)
def test_a_claim_is_known_as_one(claim: str) -> None:
    assert any(words.search(claim) for words in CLAIMS.values()) and not DENIED.search(claim)
