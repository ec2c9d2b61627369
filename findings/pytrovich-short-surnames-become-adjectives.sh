#!/usr/bin/env bash
# pytrovich 0.2.0: a surname of three letters, Кий or Чий, is put into the other cases as if it were an adjective.
#
# Expected: surnames that are nouns of one syllable go like the noun: Бий, Бия, Бию, Бием, so Кий, Кия, Кию, Кием and
# Чий, Чия, Чию, Чием. The library's tests by ending know «ий» after other consonants and get it right.
# Seen: Кого, Кому, Ким and Чего, Чему, Чим: of the name nothing but its first letter is left, so in a letter it can no
# longer be told whose name it was. Бий, Вий and Змий in the same call are right.
# What we do: the declined name is shown before printing, can be changed by hand and is remembered then.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check "pytrovich==0.2.0"
cat > look.py <<'PY'
import sys
from importlib.metadata import version

from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

maker = PetrovichDeclinationMaker()
CASES = Case.GENITIVE, Case.DATIVE, Case.INSTRUMENTAL


def declined(name):
    return [maker.make(NamePart.LASTNAME, Gender.MALE, case, name) for case in CASES]


print(f"pytrovich {version('pytrovich')}")
seen = {name: declined(name) for name in ("Бий", "Вий", "Змий", "Кий", "Чий")}
for name, forms in seen.items():
    print(name, *forms)
right = all(form.startswith(name[:-1]) for name in ("Бий", "Вий", "Змий") for form in seen[name])
wrong = seen["Кий"][:2] == ["Кого", "Кому"] and seen["Чий"][:2] == ["Чего", "Чему"]
if not (right and wrong):
    sys.exit("changed: these surnames go another way now")
PY
env/bin/python look.py
