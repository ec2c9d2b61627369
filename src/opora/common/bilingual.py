"""Words that methodologists write in Russian and in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Russian and in English; Russian stands in where English was not written."""

    ru: str
    en: str = ""

    def say(self, language: str) -> str:
        """The words in `language` ("ru", "en", "en-us")."""
        return self.en if self.en and language.startswith("en") else self.ru

    def __bool__(self) -> bool:
        return bool(self.ru or self.en)


EMPTY = Text("")
