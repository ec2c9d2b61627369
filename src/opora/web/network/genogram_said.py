"""The genogram in words: everybody who stands in it, and who is what to whom, for those who do not see the drawing."""

from collections import Counter
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.families.queries import Known
from opora.families.rules import Belonging
from opora.network.queries import FamilyTree
from opora.web.shell.wording import write_years


def names_of(tree: FamilyTree) -> dict[str, str]:
    """What everybody in the genogram is called, by node; two of one name are told apart by role, years or a number."""
    names = {node: one.given for node, one in tree.people.items()}
    names |= {node: one.name_text for node, one in tree.members.items()}
    roles = {node: tree.people[node].role_label if node in tree.people else "" for node in names}
    years = {node: _years(tree, node) for node in names}
    numbers = {node: str(place) for place, node in enumerate(names, start=1)}
    for more in (roles, years, numbers):
        count = Counter(names.values())
        names = {
            node: f"{name} ({more[node]})" if count[name] > 1 and more[node] else name for node, name in names.items()
        }
    return names


def people_said(tree: FamilyTree, on: date) -> list[str]:
    """Everybody with sex, age or years, death, whether a child of the family, and whether at home, as it is drawn."""
    names = names_of(tree)
    people = [_person(names[node], one, node, tree) for node, one in tree.people.items()]
    return people + [_member(names[node], one, on) for node, one in tree.members.items()]


def tree_said(tree: FamilyTree) -> list[str]:
    """Who is what to whom, line by line."""
    names = names_of(tree)
    words = {
        ("parent", ""): _("%(one)s is a parent of %(other)s"),
        ("parent", "adopted"): _("%(one)s adopted %(other)s"),
        ("parent", "foster"): _("%(one)s is the guardian or foster parent of %(other)s"),
        ("siblings", ""): _("%(one)s and %(other)s are brothers or sisters"),
        ("twins", ""): _("%(one)s and %(other)s are twins"),
        ("couple", ""): _("%(one)s and %(other)s are a couple"),
        ("couple", "married"): _("%(one)s and %(other)s are married"),
        ("couple", "together"): _("%(one)s and %(other)s live together"),
        ("couple", "separated"): _("%(one)s and %(other)s are separated"),
        ("couple", "divorced"): _("%(one)s and %(other)s are divorced"),
        ("bond", "close"): _("%(one)s and %(other)s are close to each other"),
        ("bond", "distant"): _("%(one)s and %(other)s are distant from each other"),
        ("bond", "conflict"): _("%(one)s and %(other)s are in conflict"),
        ("bond", "cut_off"): _("%(one)s and %(other)s have broken off"),
    }
    return [
        words[link.kind, link.state] % {"one": names.get(link.one, ""), "other": names.get(link.other, "")}
        for link in tree.links
    ]


def _years(tree: FamilyTree, node: str) -> str:
    """Of somebody of the family the age, of those around the years of life."""
    return tree.people[node].age_label if node in tree.people else lived(tree.members[node])


def lived(member: Any) -> str:
    """The years of birth and death as far as they are known."""
    if not member.is_dead:
        return str(member.born_in or "")
    return f"{member.born_in or ''}–{member.died_in or ''}".strip("–")


def sex_of(one: Known) -> str:
    """The sex that was entered, else what the role says of it."""
    return one.sex or {"mother": "f", "father": "m"}.get(one.role, "")


def _person(name: str, one: Known, node: str, tree: FamilyTree) -> str:
    if one.belongs is Belonging.EXPECTED:
        return f"{name}: {pgettext('genogram', 'not born yet')}"
    parts = [
        _sex_said(sex_of(one)),
        one.age_label,
        pgettext("genogram", "child of the family") if node in tree.children else "",
        pgettext("genogram", "lives with the family") if node in tree.household else "",
    ]
    return f"{name}: {', '.join(part for part in parts if part)}"


def _member(name: str, one: Any, on: date) -> str:
    if one.is_expected:
        return f"{name}: {pgettext('genogram', 'not born yet')}"
    parts = [_sex_said(one.sex)]
    if one.is_dead:
        parts += [pgettext("genogram", "has died"), lived(one)]
    elif one.born_in:
        parts.append(write_years(on.year - one.born_in))
    return f"{name}: {', '.join(part for part in parts if part)}"


def _sex_said(sex: str) -> str:
    return {"f": pgettext("genogram", "woman"), "m": pgettext("genogram", "man")}.get(
        sex, pgettext("genogram", "sex not stated")
    )
