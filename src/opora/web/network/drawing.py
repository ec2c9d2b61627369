"""The social map and the genogram as drawings, with the same in words for those who do not see them."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common.dates import show_day
from opora.families.queries import NamedFamily
from opora.families.rules import Belonging
from opora.network.queries import FamilyTree, MapView, TieView
from opora.network.queries.choices import tie_words
from opora.pictures.ecomap import Around, ecomap
from opora.pictures.genogram import Figure, genogram
from opora.pictures.genogram_bonds import Bond
from opora.pictures.genogram_unions import Bloodlines, Pair
from opora.web.network.genogram_said import lived, people_said, sex_of, tree_said
from opora.web.network.places import called


def map_drawn(found: MapView, family: NamedFamily, core: str, *, wide: float = 660) -> SafeString:
    """The map of a day."""
    people = [
        Around(called(family, one.member), _role(one, family), one.tie.kind, one.tie.strength, one.tie.direction)
        for one in found.ties
    ]
    return SafeString(
        ecomap(
            people,
            core=core,
            title=_("Social map of %(day)s") % {"day": show_day(found.record.on)},
            description=map_said(found.ties, family),
            wide=wide,
        )
    )


def map_said(ties: Sequence[TieView], family: NamedFamily) -> str:
    """The map in sentences: who supports, who burdens, what is broken off."""
    told = [
        _("%(who)s: %(tie)s, strength %(n)s of 3, %(way)s")
        % {
            "who": called(family, one.member),
            "tie": tie_words(one.tie.kind).lower(),
            "n": one.tie.strength,
            "way": one.tie.get_direction_display(),
        }
        for one in ties
    ]
    return "; ".join(told) + "." if told else _("Nobody stands on the map.")


def _role(one: TieView, family: NamedFamily) -> str:
    known = family.by_id().get(one.member.person_id or 0)
    return known.role_label if known else str(one.member.get_kind_display()) if one.member.name_text else ""


def tree_drawn(tree: FamilyTree, family: NamedFamily, on: date) -> SafeString:
    """The genogram."""
    parents: dict[str, list[str]] = {}
    otherwise = {}
    for link in tree.links:
        if link.kind == "parent":
            parents.setdefault(link.other, []).append(link.one)
            if link.state:
                otherwise[link.one, link.other] = link.state
    lines = Bloodlines(
        parents,
        [Pair(link.one, link.other, link.state) for link in tree.links if link.kind == "couple"],
        [(link.one, link.other) for link in tree.links if link.kind == "siblings"],
        [(link.one, link.other) for link in tree.links if link.kind == "twins"],
        otherwise,
    )
    bonds = [Bond(link.one, link.other, link.state) for link in tree.links if link.kind == "bond"]
    figures = _figures(tree, on)
    count = ngettext("%(n)s person", "%(n)s people", len(figures)) % {"n": len(figures)}
    description = f"{count}. {'; '.join(capfirst(line) for line in (*people_said(tree, on), *tree_said(tree)))}."
    return SafeString(genogram(figures, lines, title=_("Genogram"), description=description, bonds=bonds))


def _figures(tree: FamilyTree, on: date) -> list[Figure]:
    found = []
    for node, one in tree.people.items():
        years = one.age.years if one.age and one.age.years is not None else None
        found.append(
            Figure(
                node,
                one.given,
                sex_of(one),
                on.year - years if years is not None else None,
                str(years) if years is not None else "",
                is_expected=one.belongs is Belonging.EXPECTED,
                is_focus=node in tree.children,
                is_home=node in tree.household,
            )
        )
    for node, member in tree.members.items():
        age = str(on.year - member.born_in) if member.born_in and not member.is_dead else ""
        found.append(
            Figure(
                node,
                member.name_text,
                member.sex,
                member.born_in,
                age,
                lived(member),
                is_dead=member.is_dead,
                is_expected=member.is_expected,
            )
        )
    return found
