"""Every kind of record told in one sentence: the table of `life.words` with what each record holds."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.cases.models import Closing, FollowUpContact
from opora.common.dates import show_day
from opora.common.language import said
from opora.councils.models import Conference
from opora.families.sealing import opener
from opora.intake.models import ContactRecord, Observation, RiskForm, SourceNote, UrgentAid, Visit
from opora.intake.queries import channel_words
from opora.intake.words import CHANNELS
from opora.life import words
from opora.life.queries.life_lines import Row, Told
from opora.life.queries.telling_help import HELP, answer_said, lower_first
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of
from opora.pathways.words import criteria_said, filled_in, paper_title, place_title
from opora.plans.models import FamilyStep, Goal, PlanRevision, Task, UnforeseenEvent
from opora.process.models import RouteStep

Names = Mapping[int, str]


def tell(row: Row, names: Names) -> Told:
    """The words of a record."""
    return TELLING[row.source](row, names)


def _visit(row: Row, _names: Names) -> Told:
    state = "held" if row.code("held") else row.code("not_held") or "planned"
    report = opener(Visit, "report")(row.sealed)
    parts = [report.get(name, "") for name in ("note", "home", "safety_notes")]
    tone = {"danger": "late", "concern": "event"}.get(row.code("safety"), "")
    return Told(
        str(words.VISITS[state]),
        "\n".join(part for part in parts if part),
        str(words.SAFETY.get(row.code("safety"), "")),
        tone or ("quiet" if state in {"missed", "cancelled"} else ""),
    )


def _contact(row: Row, _names: Names) -> Told:
    title = words.contact_title(row.code("kind"), row.code("party"))
    if whom := opener(ContactRecord, "whom")(row.more):
        title = pgettext("life", "%(what)s: %(whom)s") % {"what": title, "whom": whom}
    aside = str(words.RESULTS.get(row.code("result"), ""))
    return Told(title, opener(ContactRecord, "notes")(row.sealed), aside)


def _mail(row: Row, names: Names) -> Told:
    told = _contact(row, names)
    return Told(told.title, told.text, answer_said(row))


def _observation(row: Row, _names: Names) -> Told:
    is_worry = bool(row.extra.get("worry"))
    aside = pgettext("life", "worries about a child") if is_worry else ""
    return Told(pgettext("life", "Observation"), opener(Observation, "text")(row.sealed), aside, "event" * is_worry)


def _aid(row: Row, _names: Names) -> Told:
    items = [f"{words.AID[one['kind']]} {_quantity(one['quantity'])}" for one in row.extra.get("items") or ()]
    title = pgettext("life", "Given: %(things)s") % {"things": ", ".join(items)}
    if counter := row.code("counter"):
        aside = _("act %(number)s, taken back by act %(counter)s") % {"number": row.code("number"), "counter": counter}
    else:
        aside = _("act %(number)s") % {"number": row.code("number")}
    return Told(title, opener(UrgentAid, "remark")(row.sealed), aside, "own")


def _quantity(value: Any) -> str:
    amount = Decimal(str(value))
    whole = amount == amount.to_integral_value()
    return number_format(amount, decimal_pos=0 if whole else 2, force_grouping=amount >= 10_000)


def _source(row: Row, _names: Names) -> Told:
    told = opener(SourceNote, "told")(row.sealed)
    return Told(str(words.SOURCES[row.code("kind")]), told.get("text", ""), told.get("who", ""))


def _risk(row: Row, _names: Names) -> Told:
    level = row.code("level")
    tone = "late" if level in {"high", "critical"} else "event" if level == "medium" else ""
    return Told(str(words.RISKS[level]), opener(RiskForm, "needs")(row.sealed), tone=tone)


def _signal(row: Row, _names: Names) -> Told:
    code = row.code("channel")
    # Only a channel of the organization's own is asked for.
    channel = CHANNELS.get(code) or channel_words().get(code, code)
    return Told(pgettext("life", "A signal came in"), aside=str(channel))


def _step(row: Row, _names: Names) -> Told:
    task = opener(Task, "title")(row.more)
    aside = pgettext("life", "about the task: %(task)s") % {"task": lower_first(task)} if task else ""
    return Told(str(words.STEPS[row.code("kind")]), opener(FamilyStep, "text")(row.sealed), aside, "own")


def _event(row: Row, _names: Names) -> Told:
    reviewed = row.day("reviewed")
    aside = _("the plan was looked at on %(day)s") % {"day": show_day(reviewed)} if reviewed else ""
    return Told(str(words.EVENTS[row.code("kind")]), opener(UnforeseenEvent, "effect")(row.sealed), aside, "event")


def _task(row: Row, _names: Names) -> Told:
    title = pgettext("life", "Done: %(task)s") % {"task": lower_first(opener(Task, "title")(row.more))}
    return Told(title, opener(Task, "note")(row.sealed), tone="own" if row.code("member") else "")


def _goal(row: Row, _names: Names) -> Told:
    state = row.code("state")
    title = pgettext("life", "%(what)s: %(whom)s") % {
        "what": words.GOALS[state],
        "whom": lower_first(opener(Goal, "title")(row.more)),
    }
    return Told(title, tone="own" if state == "achieved" else "")


def _plan(row: Row, _names: Names) -> Told:
    return Told(str(words.PLANS[row.code("kind")]), opener(PlanRevision, "reason")(row.sealed))


def _placement(row: Row, names: Names) -> Told:
    child = names.get(int(row.code("child") or 0), row.code("code"))
    return Told(words.home_title(row.code("kind"), child), tone="own" if row.code("kind") == "own_family" else "")


def _assessment(row: Row, _names: Names) -> Told:
    weak = int(row.code("weak") or 0)
    aside = ngettext("%(n)s weak side", "%(n)s weak sides", weak) % {"n": weak}
    return Told(str(words.ASSESSMENTS[row.code("point")]), aside=aside)


def _move(row: Row, _names: Names) -> Told:
    version = RouteVersion(pk=int(row.code("version")), sha256=row.code("sha"))
    definition = definition_of(version)
    action = definition.actions.get(row.code("action"))
    place = place_title(definition, row.code("to"))
    given = filled_in(definition, opener(RouteStep, "fields")(row.more))
    said_of_it = opener(RouteStep, "reason")(row.sealed)
    why = "\n".join(filter(None, [said_of_it, *criteria_said(definition, row.extra["decisions"]), *given]))
    if action is not None and action.effect == "high_risk":
        return Told(said(action.title), why, place, "late")
    is_exit = row.code("to") in definition.exits
    ended, stage = pgettext("life", "The path ended: %(exit)s"), pgettext("life", "Stage: %(stage)s")
    return Told((ended if is_exit else stage) % {"exit": place, "stage": place}, why, tone="path")


def _ballot(row: Row, _names: Names) -> Told:
    if row.voided_on is not None:
        return Told(pgettext("life", "A vote of the panel"), tone="path")
    return Told(str(words.BALLOTS[row.code("result")]), tone="path")


def _conference(row: Row, _names: Names) -> Told:
    return Told(str(words.CONFERENCES[row.code("decision")]), opener(Conference, "remarks")(row.sealed), tone="path")


def _letter(row: Row, _names: Names) -> Told:
    signed = row.day("signed")
    aside = pgettext("life", "signed") if signed else pgettext("life", "written, not signed yet")
    title = pgettext("life", "%(paper)s No. %(number)s") % {
        "paper": words.LETTERS[row.code("kind")],
        "number": row.code("number"),
    }
    return Told(title, aside=aside)


def _file(row: Row, _names: Names) -> Told:
    kind = row.code("kind")
    if kind in words.FILES or not row.code("version"):
        return Told(str(words.FILES.get(kind, words.FILES["receipt"])))
    definition = definition_of(RouteVersion(pk=int(row.code("version")), sha256=row.code("sha")))
    return Told(pgettext("life", "Copy: %(paper)s") % {"paper": lower_first(paper_title(definition, kind))})


def _notice(row: Row, _names: Names) -> Told:
    return Told(str(words.NOTICES[row.code("addressee")]), aside=answer_said(row), tone="late")


def _onward(row: Row, _names: Names) -> Told:
    title = pgettext("life", "Referred to: %(partner)s") % {"partner": row.code("partner")}
    return Told(title, aside=str(words.ONWARD[row.code("outcome")]))


def _opened(row: Row, _names: Names) -> Told:
    title = pgettext("life", "Case %(number)s opened") % {"number": row.code("number")}
    return Told(title, aside=row.code("program"), tone="path")


def _closed(row: Row, _names: Names) -> Told:
    reason = str(Closing.Reason(row.code("reason")).label)
    reopened = row.day("reopened")
    aside = _("opened again on %(day)s") % {"day": show_day(reopened)} if reopened else ""
    title = pgettext("life", "The work ended: %(reason)s") % {"reason": reason}
    return Told(title, opener(Closing, "summary")(row.sealed), aside, "path")


def _follow_up(row: Row, _names: Names) -> Told:
    state = row.code("state")
    aside = str(FollowUpContact.FamilyState(state).label) if state else ""
    return Told(str(words.FOLLOW_UPS[row.code("result")]), opener(FollowUpContact, "note")(row.sealed), aside)


TELLING: dict[str, Callable[[Row, Names], Told]] = {
    **HELP,
    "visit": _visit,
    "contact": _contact,
    "mail": _mail,
    "observation": _observation,
    "aid": _aid,
    "source": _source,
    "risk": _risk,
    "signal": _signal,
    "step": _step,
    "event": _event,
    "task": _task,
    "goal": _goal,
    "plan": _plan,
    "placement": _placement,
    "assessment": _assessment,
    "move": _move,
    "ballot": _ballot,
    "conference": _conference,
    "letter": _letter,
    "file": _file,
    "notice": _notice,
    "onward": _onward,
    "opened": _opened,
    "closed": _closed,
    "follow_up": _follow_up,
}
