"""Brings a home up as the product does and looks at one page of every kind that its head is led to.

Run as a program, with OPORA_HOME and DATABASE_URL of that home; prints what was found as JSON.
"""

import contextlib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)"')
ASIDE = re.compile(r"^/(?:static|accounts|journal/verify)/|/(?:export|logout)/|\.(?:ics|pdf|docx)")
HEAD = "head@opora.example"
MOST = 60
"""So many pages are looked at, those first that are nearest."""


def main() -> int:
    from opora.config import ground

    ground.set_up_django()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    ground.prepare()
    found = {"journal": _journal(), "people": _people(), "pages": _pages()}
    print(json.dumps(found, ensure_ascii=False))
    return 0


def _journal() -> Any:
    from opora.__main__ import main as command

    with contextlib.redirect_stdout(io.StringIO()) as said:
        command(["journal", "verify", "--json"])
    return json.loads(said.getvalue())


def _people() -> dict[str, int]:
    """How many people there are, whose names open that an earlier version sealed, and who is found by them.

    Somebody written down twice is found as the record that was kept.
    """
    from opora.access.models import User
    from opora.access.queries import actor_of
    from opora.families.models import Person
    from opora.families.queries import search_people, unlocked

    head = actor_of(user_id=User.objects.get(email=HEAD).pk)
    opened = unlocked(Person.objects.all())
    named = {person: known for person, known in opened.items() if known.surname}
    kept = {pk: into or pk for pk, into in Person.objects.values_list("pk", "merged_into")}
    found = sum(
        search_people(actor=head, text=f"{known.surname} {known.given}").filter(person_id=kept[person]).exists()
        for person, known in named.items()
    )
    return {"all": Person.objects.count(), "opened": len(opened), "named": len(named), "found": found}


def _pages() -> dict[str, int]:
    """One page of every kind that pages lead to, and how it answered."""
    from django.test import Client

    from opora.access.models import User

    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(email=HEAD))
    answered: dict[str, int] = {}
    seen = {"/"}
    waiting = ["/"]
    while waiting and len(answered) < MOST:
        address = waiting.pop(0)
        answer = client.get(address)
        answered[address] = answer.status_code
        if "html" not in answer.headers.get("Content-Type", ""):
            continue
        for link in LINK.findall(answer.content.decode()):
            kind = re.sub(r"\d+", "N", link.split("?")[0])
            if kind not in seen and not ASIDE.search(link):
                seen.add(kind)
                waiting.append(link.replace("&amp;", "&"))
    return answered


if __name__ == "__main__":
    sys.exit(main())
