"""Icons are drawn into the page itself, so they take its color and need no request of their own."""

import re
from functools import lru_cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString

FOLDER = Path(__file__).parent / "static" / "vendor" / "tabler-icons"
DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
EMPTY_FRAME = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />'


class UnknownIcon(Exception):
    """A page asks for an icon that is not listed in scripts/assets.toml."""


@lru_cache(maxsize=512)
def read_drawing(name: str) -> str:
    """The inside of the icon's drawing, on one line."""
    path = FOLDER / f"{name}.svg"
    found = DRAWING.search(path.read_text()) if re.fullmatch(r"[a-z0-9-]+", name) and path.is_file() else None
    if found is None:
        raise UnknownIcon(f"{name}: add it to scripts/assets.toml and run scripts/vendor_assets.py")
    return re.sub(r">\s+<", "><", found.group(1).replace(EMPTY_FRAME, "").strip())


@lru_cache(maxsize=1_024)
def drawn(name: str, label: str = "") -> SafeString:
    """Draw an icon. Without a label it is decoration and silent; with one it says the label."""
    drawing = SafeString(read_drawing(name))  # a vendored file, held against its lock
    said = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-linecap="round" stroke-linejoin="round" {}>{}</svg>',
        said,
        drawing,
    )


def names() -> list[str]:
    """Every icon that pages may use, in order of the alphabet."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))
