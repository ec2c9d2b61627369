"""A careful reader of one TOML table: takes values by name and kind, notes every mistake, never raises.

`Table` reads one table of a file of which `toml_text.Notes` collects the findings. Practice files use the same pair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from opora.common.bilingual import EMPTY, Text
from opora.common.findings import ERROR, WARNING, Place
from opora.common.findings import mark as _
from opora.common.toml_text import Notes, near_word

CODE = re.compile(r"[a-z0-9][a-z0-9_.]{0,39}")


class Table:
    """One TOML table at one place of the file. Keys that nobody asked for are reported by `finish`."""

    def __init__(self, data: Mapping[str, Any], place: Place, notes: Notes, line: int | None = None) -> None:
        self.data = data
        self.place = place
        self.notes = notes
        self.line = line
        self._asked: set[str] = set()

    def note(self, problem: str, advice: str, *, severity: str = ERROR, **data: object) -> None:
        self.notes.add(self.place, problem, advice, severity=severity, line=self.line, **data)

    def _take(self, key: str, required: bool, example: str) -> Any:
        self._asked.add(key)
        if key not in self.data and required:
            self.note(_("“%(key)s” is missing."), _("Add a line such as: %(example)s"), key=key, example=example)
        return self.data.get(key)

    def _wrong(self, key: str, value: object, example: str) -> None:
        self.note(
            _("“%(key)s” cannot be %(value)s."),
            _("Write it like this: %(example)s"),
            key=key,
            value=repr(value)[:60],
            example=example,
        )

    def word(self, key: str, *, required: bool = True, example: str = "") -> str:
        """A short string, or "" when absent or wrong."""
        example = example or f'{key} = "…"'
        value = self._take(key, required, example)
        if value is None:
            return ""
        if not isinstance(value, str) or (required and not value.strip()):
            self._wrong(key, value, example)
            return ""
        return value.strip()

    def code(self, key: str = "code", *, required: bool = True, example: str = 'code = "efo"') -> str:
        """A code: small Latin letters, digits, underscore and point."""
        value = self.word(key, required=required, example=example)
        if value and not CODE.fullmatch(value):
            self.note(
                _("The code “%(value)s” has characters that codes do not have."),
                _("Use small Latin letters, digits, underscores and points, 40 at most: %(example)s"),
                value=value,
                example=example,
            )
            return ""
        return value

    def number(self, key: str, *, required: bool = True, low: int = 0, high: int = 9999) -> int | None:
        """A whole number between `low` and `high`, or None."""
        example = f"{key} = {max(low, 1)}"
        value = self._take(key, required, example)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong(key, value, example)
            return None
        if not low <= value <= high:
            self.note(
                _("“%(key)s” is %(value)s."),
                _("It must lie between %(low)s and %(high)s."),
                key=key,
                value=value,
                low=low,
                high=high,
            )
            return None
        return value

    def yes(self, key: str) -> bool:
        """A switch, off when absent."""
        value = self._take(key, False, "")
        if value is not None and not isinstance(value, bool):
            self._wrong(key, value, f"{key} = true")
            return False
        return bool(value)

    def choice(self, key: str, allowed: tuple[str, ...], *, default: str = "") -> str:
        """One word of a short list; `default` when absent (required when there is no default)."""
        example = f'{key} = "{allowed[0]}"'
        value = self._take(key, not default, example)
        if value is None:
            return default
        if value not in allowed:
            near = near_word(value, allowed)
            self.note(
                _("“%(key)s” cannot be %(value)s."),
                _("Allowed: %(allowed)s. Perhaps you meant “%(near)s”.") if near else _("Allowed: %(allowed)s."),
                key=key,
                value=repr(value)[:60],
                allowed=", ".join(allowed),
                near=near,
            )
            return default
        return str(value)

    def text(self, key: str, *, required: bool = True, longest: int = 600) -> Text:
        """Words in two languages: `key.ru` and `key.en`; a plain string is taken as Russian."""
        example = f'{key}.ru = "…"  {key}.en = "…"'
        value = self._take(key, required, example)
        if value is None:
            return EMPTY
        if isinstance(value, str):
            value = {"ru": value}
        if not isinstance(value, dict) or any(
            name not in ("ru", "en") or not isinstance(words, str) for name, words in value.items()
        ):
            self._wrong(key, value, example)
            return EMPTY
        text = Text(value.get("ru", "").strip(), value.get("en", "").strip())
        self._check_text(key, text, required, longest)
        return text

    def _check_text(self, key: str, text: Text, required: bool, longest: int) -> None:
        if required and not text.ru:
            self.note(_("“%(key)s” has no Russian words."), _('Add %(key)s.ru = "…"'), key=key)
        if text.ru and not text.en:
            self.note(
                _("“%(key)s” has no English words."),
                _('Add %(key)s.en = "…", or leave it: readers of English will see the Russian words.'),
                severity=WARNING,
                key=key,
            )
        if max(len(text.ru), len(text.en)) > longest:
            self.note(
                _("“%(key)s” is longer than %(longest)s characters."),
                _("Shorten it: it is read on a phone during a visit."),
                severity=WARNING,
                key=key,
                longest=longest,
            )

    def texts(self, key: str, count: int) -> tuple[Text, ...]:
        """Two lists of equal length, `key.ru` and `key.en`, or nothing when absent."""
        example = f'{key}.ru = ["…", "…"]'
        value = self._take(key, False, example)
        if value is None:
            return ()
        lists: dict[str, Any] = value if isinstance(value, dict) else {"ru": value}
        if any(
            name not in ("ru", "en") or not isinstance(words, list) or any(not isinstance(w, str) for w in words)
            for name, words in lists.items()
        ):
            self._wrong(key, value, example)
            return ()
        for name, words in lists.items():
            if len(words) != count:
                self.note(
                    _("“%(key)s” has %(has)s descriptions, the scale has %(count)s answers."),
                    _("Write one description for every answer of the scale, in the same order."),
                    key=f"{key}.{name}",
                    has=len(words),
                    count=count,
                )
        if any(len(words) != count for words in lists.values()):
            return ()
        english = lists.get("en", [""] * count)
        russian = lists.get("ru", english)
        return tuple(Text(ru.strip(), en.strip()) for ru, en in zip(russian, english, strict=True))

    def tables(self, key: str, *, required: bool = True, inside: str = "") -> list[dict[str, Any]]:
        """The tables written as `[[key]]`, or `[[inside.key]]`; [] when absent or wrong."""
        header = f"[[{inside}.{key}]]" if inside else f"[[{key}]]"
        value = self._take(key, required, header)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self._wrong(key, value, header)
            return []
        return value

    def table(self, key: str, *, required: bool = True) -> dict[str, Any] | None:
        """The table written as `[key]`."""
        value = self._take(key, required, f"[{key}]")
        if value is not None and not isinstance(value, dict):
            self._wrong(key, value, f"[{key}]")
            return None
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A list of short strings, () when absent."""
        example = f'{key} = ["…", "…"]'
        value = self._take(key, False, example)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            self._wrong(key, value, example)
            return ()
        return tuple(word.strip() for word in value)

    def pass_over(self, key: str) -> None:
        """A key that cannot be judged here, because what it depends on is itself to be mended."""
        self._asked.add(key)

    def finish(self) -> None:
        """Report keys that mean nothing here: typing mistakes, or words of which something was expected.

        Whoever simply removes such a word may have a form that reads well and counts wrongly: so it is told what
        can be written instead, and never advised to remove it.
        """
        for key in self.data:
            if key in self._asked:
                continue
            near = near_word(key, self._asked)
            self.note(
                _("The word “%(key)s” is not known here and does nothing."),
                _("Perhaps you meant “%(near)s”.") if near else _("What it should do can only be said by: %(known)s."),
                key=key,
                near=near,
                known=", ".join(sorted(self._asked)),
            )
