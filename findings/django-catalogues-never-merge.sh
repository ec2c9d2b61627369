#!/usr/bin/env bash
# Django 5.2.19: translation catalogues with the same plural forms are never laid together.
#
# Expected: TranslationCatalog.update() merges a catalogue into the one on top when both count alike ("Merge if plural
# function is the same as the top catalog"); a project whose applications all use one plural rule would have one
# dictionary, and a sentence that is not translated would be looked for once.
# Seen: each application's catalogue stays apart, because a plural function's code is compared with a plural function
# and these are never equal. With N applications every untranslated sentence is looked for in N dictionaries and more.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check "django==5.2.19" "polib==1.2.0"
cat > look.py <<'PY'
import sys
from pathlib import Path

import polib

APPS = 12
RULE = "nplurals=2; plural=(n != 1);"
for number in range(APPS):
    folder = Path(f"room{number}/locale/sv/LC_MESSAGES")
    folder.mkdir(parents=True)
    Path(f"room{number}/__init__.py").touch()
    book = polib.POFile()
    book.metadata = {"Content-Type": "text/plain; charset=utf-8", "Plural-Forms": RULE}
    book.append(polib.POEntry(msgid=f"word {number}", msgstr=f"ord {number}"))
    book.save_as_mofile(str(folder / "django.mo"))

import django
from django.conf import settings

sys.path.insert(0, ".")
settings.configure(INSTALLED_APPS=[f"room{n}" for n in range(APPS)], USE_I18N=True, LANGUAGE_CODE="en")
django.setup()
from django.utils.translation import trans_real

catalogue = trans_real.translation("sv")._catalog
rules = {plural.__code__ for plural in catalogue._plurals}
print(f"Django {django.__version__}: {APPS} applications, {len(rules)} plural rule(s) told apart by their code,")
print(f"dictionaries that one sentence is looked for in: {len(catalogue._catalogs)}")
alike = sum(one.__code__ == other.__code__ for one, other in zip(catalogue._plurals, catalogue._plurals[1:]))
print(f"neighbours with the same rule, not laid together: {alike}")
if len(catalogue._catalogs) < APPS or not alike:
    sys.exit("changed: catalogues with one rule are laid together now")
PY
env/bin/python look.py
