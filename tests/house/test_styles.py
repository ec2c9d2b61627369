"""Every page loads the styles of the frame, so a room may not give a class of the frame a second meaning."""

import re
from pathlib import Path

from tests.house.source import PACKAGE

WEB = PACKAGE / "web"
RULE = re.compile(r"(?:^|[{};,])\s*\.([a-z][\w-]*)\s*(?=[{,])", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Tuned on paper or on one page, with the meaning they have everywhere.
TUNED = {"assessments": ["col"], "family_page": ["only-desktop", "stages"], "life": ["more-lines"]}


def styled(files: list[Path]) -> set[str]:
    """Classes that a rule styles by themselves, wherever they stand."""
    return {name for path in files for name in RULE.findall(COMMENT.sub("", path.read_text(encoding="utf-8")))}


def test_no_room_styles_a_class_of_the_frame_anew() -> None:
    frame = styled(sorted((WEB / "shell" / "static").rglob("*.css")))
    assert "btn" in frame
    twice = {}
    for room in sorted(path for path in WEB.iterdir() if (path / "static").is_dir() and path.name != "shell"):
        if common := frame & styled(sorted((room / "static").rglob("*.css"))):
            twice[room.name] = sorted(common)
    assert twice == TUNED
