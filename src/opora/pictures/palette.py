"""The colors of a drawing: by name on the screen, so that dark mode comes free; by value on paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One color for each meaning, and the font to name when the page does not set one."""

    ink: str
    muted: str
    line: str
    surface: str
    entry: str
    exit: str
    bar: str
    worse: str
    font: str | None = None


SCREEN = Palette(
    ink="var(--ink)",
    muted="var(--muted)",
    line="var(--line)",
    surface="var(--surface)",
    entry="var(--entry)",
    exit="var(--exit)",
    bar="var(--exit-soft)",
    worse="var(--entry-soft)",
)
PAPER = Palette(
    ink="#1d2a2e",
    muted="#566469",
    line="#e0ddd4",
    surface="#ffffff",
    entry="#b0561f",
    exit="#0f6f68",
    bar="#cfe7e3",
    worse="#f6e6da",
    font="Golos Text",
)
