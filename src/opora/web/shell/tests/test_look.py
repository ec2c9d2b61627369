"""The palette can be read by people with weak sight, in both schemes, and stands in one file."""

import re
from pathlib import Path

import pytest

import opora.reports
from opora.common.tests.each import each
from opora.pictures.palette import PAPER

STATIC = Path(__file__).parent.parent / "static" / "shell"
TOKEN = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
TOKENS = {name: colors for name, *colors in TOKEN.findall((STATIC / "tokens.css").read_text())}

TEXT = [
    *[("ink", ground) for ground in ("bg", "surface", "soft", "primary-soft", "ok-soft", "warn-soft", "danger-soft")],
    *[("muted", ground) for ground in ("bg", "surface", "soft")],
    *[("primary", ground) for ground in ("bg", "surface", "primary-soft")],
    *[("primary-strong", ground) for ground in ("bg", "surface", "primary-soft")],
    *[("entry", ground) for ground in ("bg", "surface")],
    *[("exit", ground) for ground in ("bg", "surface")],
    *[("danger", ground) for ground in ("bg", "surface", "danger-soft")],
    ("ok", "ok-soft"),
    ("warn", "warn-soft"),
    ("on-primary", "primary"),
    ("on-primary", "primary-strong"),
    ("on-danger", "danger"),
]
OUTLINES = [
    *[("control-line", ground) for ground in ("bg", "surface", "soft")],
    *[("primary", ground) for ground in ("bg", "surface")],
    ("band-line", "surface"),
]


def luminance(color: str) -> float:
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_words_stand_out_from_their_ground(front, ground, scheme):
    assert contrast(TOKENS[front][scheme], TOKENS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), OUTLINES)
def test_edges_of_controls_and_bands_can_be_seen(front, ground, scheme):
    assert contrast(TOKENS[front][scheme], TOKENS[ground][scheme]) >= 3


def test_colors_are_named_once():
    for path in each(STATIC.glob("*.css")):
        if path.name not in {"tokens.css", "print.css"}:
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b", path.read_text()), path.name


def test_no_file_of_ours_asks_another_server():
    for path in [*STATIC.rglob("*.css"), *STATIC.rglob("*.js")]:
        assert not re.search(r"(?:https?:)?//[a-z]", re.sub(r"(?m)^\s*//.*$", "", path.read_text())), path.name


def test_paper_is_printed_in_the_light_colors_of_the_screen():
    """A drawing and a report name colors by value, for neither knows the style sheet."""
    named = {name: light for name, (light, _dark) in TOKENS.items()}
    drawn = {name: getattr(PAPER, name) for name in ("ink", "muted", "line", "surface", "entry", "exit")}
    assert drawn == {name: named[name] for name in drawn}
    assert (PAPER.bar, PAPER.worse) == (named["exit-soft"], named["entry-soft"])
    report = Path(opora.reports.__file__).with_name("report.typ").read_text()
    printed = dict(re.findall(r'#let ([a-z-]+) = rgb\("(#[0-9a-f]{6})"\)', report))
    assert (printed["ink"], printed["muted"], printed["line-color"]) == (PAPER.ink, PAPER.muted, PAPER.line)
