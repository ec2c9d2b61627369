"""Pictures of a report as dots, for a program that sets no SVG: drawn by the typesetter with the product's own font."""

from typing import Final

from opora.reports.typesetting import HERE, typeset

WIDTH_CM: Final = 16.0
DOTS: Final = 220.0
TEMPLATE: Final = HERE / "picture.typ"


def as_png(svg: str) -> bytes:
    """The picture on white, as wide as the text of a page, sharp on paper."""
    return typeset(TEMPLATE, {"svg": svg, "width": str(WIDTH_CM)}, format="png", ppi=DOTS)
