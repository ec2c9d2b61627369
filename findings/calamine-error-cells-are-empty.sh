#!/usr/bin/env bash
# python-calamine 0.9.1: a cell that shows an error, and a formula that was never calculated, are read as empty.
#
# Expected: three cells that differ in the file differ in what is read: #REF! is an error (t="e"), a formula without a
# saved value is unknown, and only a cell that is not there is empty. A reader that decides by them, as an import that
# takes an empty cell for "nothing happened", must be able to tell.
# Seen: all three are the empty text; nothing is raised, and nothing beside the value says that there was more.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check "python-calamine==0.9.1" "xlsxwriter==3.3.1" "openpyxl==3.1.5"
cat > look.py <<'PY'
import openpyxl
import python_calamine
import xlsxwriter

with xlsxwriter.Workbook("book.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["error", "never calculated", "not there", "last"])
    sheet.write_formula(1, 0, "=A9/0", None, "#DIV/0!")
    sheet.write_formula(1, 1, "=A9+1", None, "")
    sheet.write(1, 3, 1)

written = [cell.value for cell in openpyxl.load_workbook("book.xlsx").worksheets[0][2]]
shown = [cell.value for cell in openpyxl.load_workbook("book.xlsx", data_only=True).worksheets[0][2]]
read = python_calamine.load_workbook("book.xlsx").get_sheet_by_index(0).to_python()[1]
print("openpyxl:", written, shown)
print("calamine:", read)
assert shown[0] == "#DIV/0!" and written[1] == "=A9+1", "the file is not what this script means it to be"
assert read == ["", "", "", 1.0], "python-calamine tells them apart now: read the registers' .ods and .xls by it"
PY
env/bin/python look.py
