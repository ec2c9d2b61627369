"""The sheet of progress for the family: what was agreed, what changed, what is next; one page, no codes, no scores."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.assessments.queries import comparison
from opora.common.dates import show_day
from opora.common.errors import NotFound
from opora.common.language import said
from opora.organization.queries import details
from opora.plans.queries import plan_page
from opora.process.queries import Place
from opora.reports.model import Block, Heading, Points, Report, Text
from opora.results.queries.family import results_of

MOST = 6
NOT_TAKEN_HOME = frozenset(
    {
        "alliance",
        "authorities",
        "critical_view",
        "neglect_less",
        "plan_corrected",
        "punishment_less",
        "ready_to_change",
        "redirected",
        "responsibility_shared",
        "strategy_chosen",
        "support_decided",
        "trust",
        "values_changed",
        "wants_support",
    }
)
"""Results that are our own work, or a judgment about a parent: true in a report, and cold on a kitchen table."""


def build(*, actor: Actor, place: Place, on: date) -> Report:
    """In the family's words where there are any; what nobody recorded is left out, not made up."""
    plan = plan_page(actor=actor, route_id=place.route.pk, on=on) if place.route is not None else None
    better = _better(actor, place, on)
    goals = plan.goals if plan is not None else []
    agreed = [goal.title for goal in goals if goal.state == "active"]
    reached = [goal.title for goal in goals if goal.state == "achieved"]
    own = plan.family_steps if plan is not None else []
    done, meant = ([one.text for one in own if one.kind == kind] for kind in ("step", "intention"))
    coming = [_ahead(task.title, task.due_on, on) for task in plan.open_tasks] if plan is not None else []
    blocks: list[Block] = []
    if plan is not None and plan.own_words:
        blocks += [Heading(_("What mattered to you"), 2), Text(f"«{' '.join(plan.own_words.split())}»")]
    blocks += _part(_("What we agreed"), agreed)
    blocks += _part(_("What you reached"), [*reached, *better])
    blocks += _part(_("What you did yourselves"), done)
    blocks += _part(_("What you want to do yourselves"), meant)
    blocks += _part(_("What comes next"), coming)
    if not blocks:
        blocks.append(Text(_("Nothing is agreed yet. We write it down together at the next meeting.")))
    kept = details()
    return Report(
        title=_("Our way: how it stands"),
        subtitle=_("As of %(day)s") % {"day": show_day(on)},
        facts=[],
        blocks=blocks,
        made_on=on,
        footer=kept.short_name or kept.name or "Опора",
        is_large=True,
    )


def _ahead(title: str, due_on: date, on: date) -> str:
    """What comes next with its day; a day that went by is no reproach to be taken home."""
    return _("%(what)s, by %(day)s") % {"what": title, "day": date_format(due_on, "j E Y")} if due_on >= on else title


def _part(title: str, lines: Iterable[str]) -> list[Block]:
    """So many lines as stay on one page; that there are more is said."""
    found = list(dict.fromkeys(one for one in lines if one))
    if not found:
        return []
    more = [_("and more: %(n)s") % {"n": len(found) - MOST}] if len(found) > MOST else []
    return [Heading(title, 2), Points([*found[:MOST], *more])]


def _better(actor: Actor, place: Place, on: date) -> list[str]:
    """Results that stand, and what was hard at the beginning and is so no more."""
    if place.case_id is None:
        return []
    found = results_of(actor=actor, place=place, on=on).results
    stands = [said(one.concept.title) for one in found if one.stands and one.concept.code not in NOT_TAKEN_HOME]
    try:
        compared = comparison(actor=actor, case_id=place.case_id)
    except NotFound:
        compared = None
    solved = [said(one.text) for one in compared.solved] if compared is not None else []
    return list(dict.fromkeys([*stands, *solved]))
