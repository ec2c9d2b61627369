#!/usr/bin/env bash
# Babel 2.18.0: the word behind a large number agrees with the number before it is rounded, not with the one shown.
#
# Expected: format_compact_decimal(5_123_456, format_type="long", locale="ru") shows 5 and so says «5 миллионов», as it
# does for 5_000_000: plural rules go by the digits that are printed (UTS 35, «Language Plural Rules»: n is the value
# as formatted).
# Seen: «5 миллиона», «21 миллиона», «1 тысячи»: the rule is asked about 5.123456, whose fraction asks for another
# word. Nearly every sum that is not round is wrong in Russian, Ukrainian and Polish; so is a float whose fraction is
# zero (5000.0: «5 тысячи»). English shows no difference, so tests in English never find it.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check "babel==2.18.0"
cat > look.py <<'PY'
from babel.numbers import format_compact_decimal

WORDS = {
    ("ru", 5_000_000): ("5 миллионов", "5 миллионов"),
    ("ru", 5_123_456): ("5 миллионов", "5 миллиона"),
    ("ru", 21_040_000): ("21 миллион", "21 миллиона"),
    ("ru", 1_049): ("1 тысяча", "1 тысячи"),
    ("ru", 5_000.0): ("5 тысяч", "5 тысячи"),
    ("uk", 5_123_456): ("5 мільйонів", "5 мільйона"),
    ("pl", 5_123_456): ("5 milionów", "5 miliona"),
    ("en", 5_123_456): ("5 million", "5 million"),
}
changed = []
for (locale, number), (expected, before) in WORDS.items():
    seen = format_compact_decimal(number, format_type="long", locale=locale).replace("\xa0", " ")
    print(f"{locale} {number}: expected «{expected}», seen «{seen}»")
    if seen != before:
        changed.append((locale, number))
assert not changed, f"Babel words these otherwise now: {changed}"
PY
env/bin/python look.py
