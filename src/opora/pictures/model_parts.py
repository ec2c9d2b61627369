"""What the picture of a logic model is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelBox:
    """One box.

    ``small`` are short lines under its text (evidence, a value), ``signs`` the marks of the legend it bears, ``state``
    how it is drawn: assumed, reconstructed, cut, or plain. ``spoken`` is all of it for the ear.
    """

    key: str
    level: str
    row: str
    text: str
    kind: str = ""
    small: tuple[str, ...] = ()
    signs: str = ""
    state: str = ""
    href: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class ModelArrow:
    """An arrow between two boxes: how it is drawn, what it says, and where it leads whoever asks it."""

    start: str
    end: str
    kind: str = "leads"
    state: str = ""
    spoken: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class ModelPicture:
    """All that is drawn: levels as (code, title), rows as (code, band), bands by code."""

    title: str
    description: str
    levels: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    boxes: tuple[ModelBox, ...]
    arrows: tuple[ModelArrow, ...] = ()
    bands: tuple[tuple[str, str], ...] = ()
    above: tuple[tuple[str, str], ...] = ()
    below: tuple[tuple[str, str], ...] = ()
