#!/usr/bin/env bash
# typst 0.15.2 with pypdf 7.1.0 or pdfminer.six: a word that is divided early turns all later hyphens into soft ones.
#
# Expected: a hyphen that was written, in the number of a case, a day or a double surname, is read out of the PDF as a
# hyphen, whether or not another word of the document was divided at the end of a line.
# Seen: written hyphen and dividing one are the same glyph, and the table «glyph to character» has one entry for it: the
# first that occurs. If that is a divided word, «А-12/26» comes out with U+00AD, also in a paragraph that divides
# nothing. It is then not found, and whoever drops soft hyphens, as one should, reads «А12/26» and 20261130. If a
# written hyphen comes first, all is well. PDFium repairs it within a line, so Chromium shows nothing of it.
# What we do: papers whose text will be searched divide no words.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check \
  "typst==0.15.2" "pypdf==7.1.0" "pdfminer.six==20260107" "pypdfium2==5.15.2"
cat > look.py <<'PY'
import io

import pypdf
import pypdfium2
import typst
from pdfminer.high_level import extract_text

NUMBER = "А-12/26"
PAGE = '#set page(width: 9cm, height: auto)\n#set text(lang: "ru", hyphenate: false)\n'
LINE = f"Дело {NUMBER}.\n\n"
DIVIDED = "#box(width: 2.6cm)[#set text(hyphenate: true); несовершеннолетние]\n"


def read(source: str) -> dict[str, str]:
    file = typst.compile(source.encode())
    texts = {
        "pypdf": pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text(),
        "pdfminer": extract_text(io.BytesIO(file)),
        "PDFium": pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(),
    }
    return {name: next(line for line in text.splitlines() if "Дело" in line).strip() for name, text in texts.items()}


before, behind = read(PAGE + LINE + DIVIDED), read(PAGE + DIVIDED + LINE)
for name in before:
    print(f"{name}: number first {ascii(before[name])}; divided word first {ascii(behind[name])}")
assert all(NUMBER in text for text in before.values())
found = {name: NUMBER in text for name, text in behind.items()}
assert found == {"pypdf": False, "pdfminer": False, "PDFium": True}, f"the number is found otherwise now: {found}"
PY
env/bin/python look.py
