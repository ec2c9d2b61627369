"""Merge the web subsets of Golos Text into one font file a weight, for printed reports.

    pip install fonttools brotli && python scripts/make_print_fonts.py FOLDER

FOLDER is an unpacked npm package @fontsource/golos-text (npm pack, then tar xzf). Only a developer who changes
the font needs this. Several subset files under one family name garble text in a PDF, so each weight is one file.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "opora" / "reports" / "fonts"
SUBSETS = ("latin", "cyrillic", "cyrillic-ext", "latin-ext")
WEIGHTS = {"400": "Regular", "600": "SemiBold"}


def main(package: Path) -> None:
    lines = []
    for weight, name in WEIGHTS.items():
        with tempfile.TemporaryDirectory() as folder:
            parts = []
            for subset in SUBSETS:
                font = TTFont(package / "files" / f"golos-text-{subset}-{weight}-normal.woff2")
                font.flavor = None
                for table in ("GPOS", "GSUB", "GDEF"):
                    if table in font:
                        del font[table]  # merged kerning of subsets is broken; plain advance widths are not
                part = Path(folder) / f"{subset}.ttf"
                font.save(part)
                parts.append(str(part))
            merged = Merger().merge(parts)
        for record in merged["name"].names:
            if record.nameID in (1, 16):
                record.string = "Golos Text"
            if record.nameID in (2, 17):
                record.string = name
            if record.nameID == 4:
                record.string = f"Golos Text {name}"
        target = TARGET / f"GolosText-{name}.ttf"
        merged["head"].modified = merged["head"].created
        merged.save(target)
        lines.append(f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {target.name}\n")
    licence = TARGET / "LICENSE"
    licence.write_bytes((package / "LICENSE").read_bytes())
    lines.append(f"{hashlib.sha256(licence.read_bytes()).hexdigest()}  LICENSE\n")
    (TARGET / "SHA256SUMS").write_text("".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
