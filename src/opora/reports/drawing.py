"""Pictures of a report as dots, for a program that sets no SVG: drawn by the typesetter with the product's own font."""

from typing import Final

from opora.reports.pdf import FONTS, HERE, forget

WIDTH_CM: Final = 16.0
DOTS: Final = 220.0
TEMPLATE: Final = HERE / "picture.typ"


def as_png(svg: str) -> bytes:
    """The picture on white, as wide as the text of a page, sharp on paper."""
    # Imported where it is needed: no other page or command draws dots.
    import typst

    try:
        made = typst.compile(
            TEMPLATE,
            root=HERE,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"svg": svg, "width": str(WIDTH_CM)},
            format="png",
            ppi=DOTS,
        )
    finally:
        forget()
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no single picture")
    return made
