"""Help told in one sentence: services, groups, stays, people around, what changed, letters, things and money."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.circumstances.models import LifeChange
from opora.circumstances.words import line_said
from opora.common.bilingual import Text
from opora.common.dates import show_day
from opora.common.language import said
from opora.correspondence.models import OfficialLetter
from opora.families.sealing import opener
from opora.life import words
from opora.life.queries.life_lines import Row, Told
from opora.life.queries.telling_goods import tell_issue
from opora.life.queries.telling_groups import tell_meeting
from opora.network.models import NetworkMember, NetworkRecord
from opora.results.models import FailedAssumption, Result
from opora.results.words import concept_title, source_said
from opora.services.models import Provision
from opora.stays.models import Admission, DutyNote, Waiting

Names = Mapping[int, str]


def _change(row: Row, names: Names) -> Told:
    told = line_said(*(row.code(name) for name in ("kind", "item", "rated", "value", "number")))
    who = names.get(int(row.code("person") or 0), "")
    return Told(told, opener(LifeChange, "note")(row.sealed), who, "event")


def _result(row: Row, names: Names) -> Told:
    """What somebody said of a result; of one about health only that something was said."""
    code, state = row.code("concept"), row.code("state")
    what = concept_title(code) if code else pgettext("life", "about health")
    who = names.get(int(row.code("person") or 0), "")
    return Told(str(words.OUTCOMES[state]) % {"what": what}, opener(Result, "note")(row.sealed), who, "event")


def _assumption(row: Row, _names: Names) -> Told:
    what = lower_first(said(Text(row.code("ru"), row.code("en"))))
    title = pgettext("life", "Did not hold: %(what)s") % {"what": what}
    return Told(title, opener(FailedAssumption, "text")(row.sealed), tone="event")


def _derived(state: str) -> Callable[[Row, Names], Told]:
    def tell(row: Row, names: Names) -> Told:
        title = str(words.OUTCOMES[state]) % {"what": concept_title(row.code("concept"))}
        who = names.get(int(row.code("person") or 0), "")
        return Told(title, "", ", ".join(filter(None, [who, source_said(row.code("source"))])), "event")

    return tell


def _service(row: Row, _names: Names) -> Told:
    state, minutes = row.code("kind"), row.code("minutes")
    title = pgettext("life", "%(what)s: %(whom)s") % {
        "what": words.SERVICES[state],
        "whom": lower_first(said(Text(row.code("ru"), row.code("en")))),
    }
    aside = _("%(minutes)s min") % {"minutes": minutes} if minutes and state == "held" else ""
    return Told(title, opener(Provision, "note")(row.sealed), aside, "" if state == "held" else "quiet")


def _around(row: Row, names: Names) -> Told:
    if row.code("kind") == NetworkRecord.Kind.MAP:
        ties = row.extra.get("ties") or ()
        said = ngettext("%(n)s tie on it", "%(n)s ties on it", len(ties)) % {"n": len(ties)}
        confirmed = row.day("confirmed")
        parts = [said, _("confirmed with the parent on %(day)s") % {"day": show_day(confirmed)} if confirmed else ""]
        return Told(pgettext("life", "Social map drawn"), aside=", ".join(filter(None, parts)))
    who = names.get(int(row.code("person") or 0), "") or opener(NetworkMember, "name")(row.more)
    title = pgettext("life", "Talk around the family: %(whom)s") % {"whom": who} if who else ""
    coming = row.day("next")
    aside = pgettext("life", "next by %(day)s") % {"day": show_day(coming)} if coming else ""
    return Told(
        title or pgettext("life", "Talk with the people around"), opener(NetworkRecord, "text")(row.sealed), aside
    )


def _waiting(row: Row, _names: Names) -> Told:
    """How urgently it waits, or what came of it."""
    answer, day = row.code("answer"), row.day("answered")
    aside = str(Waiting.Urgency(row.code("urgency")).label)
    if answer and day is not None:
        aside = f"{Waiting.Answer(answer).label} {show_day(day)}"
    return Told(pgettext("life", "Waits for a place in a centre"), opener(Waiting, "note")(row.sealed), aside, "path")


def _stay(row: Row, _names: Names) -> Told:
    """The centre a family came to, or where it lived from a day to another."""
    text = opener(Admission, "reason_note")(row.sealed)
    began, left = row.day("began"), row.day("left")
    if began is not None and left is not None:
        days = {"shelter": row.code("shelter"), "began": show_day(began), "left": show_day(left)}
        return Told(pgettext("life", "Lived in a centre from %(began)s to %(left)s: %(shelter)s") % days, text)
    until = row.day("until")
    aside = _("agreed until %(day)s") % {"day": show_day(until)} if until is not None else ""
    return Told(pgettext("life", "Moved in: %(shelter)s") % {"shelter": row.code("shelter")}, text, aside)


def _shift(row: Row, _names: Names) -> Told:
    """What happened on a shift; of an incident also how serious it was and what was done."""
    weight = row.code("weight")
    title = str(words.SHIFTS[row.code("kind")]) % {"weight": DutyNote.Weight(weight).label}
    done = opener(DutyNote, "measures")(row.more)
    parts = [opener(DutyNote, "text")(row.sealed), pgettext("life", "Done: %(what)s") % {"what": done} if done else ""]
    return Told(title, "\n".join(filter(None, parts)), "", "event" if weight else "")


def _official(row: Row, _names: Names) -> Told:
    """What was written to whom, and what came of it."""
    result = row.code("result")
    if result:
        aside = str(OfficialLetter.Result(result).label)
    elif row.day("sent"):
        aside = answer_said(row)
    else:
        aside = pgettext("life", "not sent yet") if row.code("direction") == "out" else ""
    title = words.OFFICIAL[row.code("direction"), row.code("kind")]
    said_title = pgettext("life", "%(what)s: %(whom)s") % {"what": title, "whom": row.code("partner")}
    return Told(said_title, opener(OfficialLetter, "subject")(row.sealed), aside)


def answer_said(row: Row) -> str:
    if answered := row.day("answered"):
        return _("the answer came on %(day)s") % {"day": show_day(answered)}
    if due := row.day("due"):
        return _("the answer is expected by %(day)s") % {"day": show_day(due)}
    return ""


def lower_first(text: str) -> str:
    """The first letter small, unless the word is written in capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


HELP: dict[str, Callable[[Row, Names], Told]] = {
    "issue": tell_issue,
    "group": tell_meeting,
    "change": _change,
    "result": _result,
    "assumption": _assumption,
    "reached": _derived("reached"),
    "lost_again": _derived("lost"),
    "service": _service,
    "network": _around,
    "waiting": _waiting,
    "stay": _stay,
    "shift": _shift,
    "official": _official,
}
