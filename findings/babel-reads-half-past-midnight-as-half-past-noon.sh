#!/usr/bin/env bash
# Babel 2.18.0: a time of the hour after midnight that Babel itself wrote is read back as the hour after noon.
#
# Expected: parse_time(format_time(t)) is t for every minute of the day, in a locale with a twelve-hour clock too: in
# en_US «12:30 AM» is half past midnight and «12:30 PM» half past noon.
# Seen: «12:30 AM» is read as 12:30 in silence, twelve hours late, and «12:30 PM» raises ValueError, because twelve
# hours are added to 12. In Mexican Spanish, which writes «p.m.» with points, and in Arabic the whole afternoon is read
# as morning, since only the letters «pm» are looked for. Two of 24 hours are wrong in en_US, twelve in es_MX.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check "babel==2.18.0"
cat > look.py <<'PY'
from datetime import time

from babel.dates import format_time, parse_time


def read(text: str, locale: str) -> str:
    try:
        return f"{parse_time(text, locale=locale, format='short'):%H:%M}"
    except ValueError as refusal:
        return f"ValueError: {refusal}"


wrong = {}
for locale in ("ru", "en_US", "es_MX", "ar"):
    told = [(time(hour, 30), format_time(time(hour, 30), "short", locale=locale)) for hour in range(24)]
    missed = [(text, read(text, locale)) for hour, text in told if read(text, locale) != f"{hour:%H:%M}"]
    wrong[locale] = len(missed)
    print(f"{locale}: {len(missed)} of 24 hours come back otherwise", *(f"\n  {text!r} -> {seen}" for text, seen in missed[:2]))
assert wrong == {"ru": 0, "en_US": 2, "es_MX": 12, "ar": 12}, "Babel reads its own times otherwise now"
PY
env/bin/python look.py
