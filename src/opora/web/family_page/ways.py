"""Where each thing that a step may lack is made: one line of what is next has one button, leading into its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor, can


@dataclass(frozen=True, slots=True)
class Way:
    """An address by its name, the word on the button, its icon, and the ability that the form asks for.

    `of_case` says that the form belongs to the case; `query` is what the form is told by the address. `comes_back`
    says that one returns to the page of the family; what is printed or signed next leads to its own page. `at_once`
    says that the step before is taken in order to do this: one goes straight on into the form. `on_paper` says that it
    may lie before one already: then it is enough to note that it is there.
    """

    name: str
    label: str | Promise
    icon: str
    ability: str = "intake.work"
    of_case: bool = False
    more: tuple[str, ...] = ()
    query: str = ""
    comes_back: bool = True
    at_once: bool = False
    on_paper: bool = False

    def url(self, *, route_id: int, case_id: int | None) -> str:
        """The address for this family; empty where the form needs a case and there is none."""
        if self.of_case and case_id is None:
            return ""
        address = reverse(self.name, args=[case_id if self.of_case else route_id, *self.more]) + self.query
        return coming_back(address, route_id) if self.comes_back else address


def coming_back(address: str, route_id: int) -> str:
    """The address of a form, from which one comes back to the page of the family."""
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}back={reverse('process:route', args=[route_id])}"


# By kind of paper, as the processes name it.
PAPERS: Final[Mapping[str, Way]] = {
    "aid_act": Way(
        "intake:new_aid", pgettext_lazy("way", "Record the help"), "heart-handshake", comes_back=False, at_once=True
    ),
    "visit_report": Way(
        "life:route_record", pgettext_lazy("way", "Plan a visit"), "home-heart", more=("plan_visit",), at_once=True
    ),
    "contact_made": Way("life:route_record", pgettext_lazy("way", "Record a talk"), "phone", more=("call",)),
    "consent": Way("papers:new_consent", pgettext_lazy("way", "Record"), "shield-check", on_paper=True),
    "risk_form": Way("intake:new_risks", pgettext_lazy("way", "Fill in"), "adjustments"),
    "reassessment": Way(
        "assessments:fill_in",
        pgettext_lazy("way", "Fill in"),
        "clipboard-check",
        "assessment.write",
        of_case=True,
        more=("review",),
        on_paper=True,
    ),
    "analytic_report": Way("intake:write_report", pgettext_lazy("way", "Compose"), "file-text", comes_back=False),
    "vote_minutes": Way(
        "councils:ballot_new",
        pgettext_lazy("way", "Ask for a vote"),
        "users-group",
        "council.vote",
        comes_back=False,
        at_once=True,
    ),
    "council_minutes": Way(
        "councils:conference_new", pgettext_lazy("way", "Record the council"), "users-group", "council.vote"
    ),
    "contract": Way(
        "papers:new_letter",
        pgettext_lazy("way", "Compose"),
        "file-text",
        query="?paper=contract",
        comes_back=False,
        on_paper=True,
    ),
    "application": Way(
        "papers:new_letter",
        pgettext_lazy("way", "Compose"),
        "file-text",
        query="?paper=application",
        comes_back=False,
        on_paper=True,
    ),
    "plan": Way("plans:panel", pgettext_lazy("way", "Draw up"), "seedling", "plan.write", on_paper=True),
    "closing_summary": Way(
        "papers:attach", pgettext_lazy("way", "Attach"), "paperclip", query="?kind=closing_summary", on_paper=True
    ),
    "notice": Way("papers:new_notice", pgettext_lazy("way", "Write the notice"), "send", at_once=True),
    "child_history": Way(
        "papers:new_history", pgettext_lazy("way", "Compose"), "history", comes_back=False, on_paper=True
    ),
    "refusal_notice": Way("process:refusal", pgettext_lazy("way", "Open"), "file-text", comes_back=False),
    "referral_confirmed": Way("partners:refer", pgettext_lazy("way", "Refer"), "building-community", at_once=True),
}
TASK: Final = Way("process:finish_task", pgettext_lazy("way", "Done"), "check")
ANSWERS: Final = Way("intake:screening", pgettext_lazy("way", "Answer"), "list-check")
NEW_CONSENT: Final = PAPERS["consent"]


def way_to_paper(kind: str) -> Way:
    """Where a kind of paper is made; one that an organization named itself is attached as a copy."""
    if known := PAPERS.get(kind):
        return known
    return Way("papers:attach", pgettext_lazy("way", "Attach"), "paperclip", query=f"?kind={kind}", on_paper=True)


def way_of(lack: Any) -> Way | None:
    """Where what is lacking is made; None for what nobody can make here: another's turn, another decision."""
    if lack.kind == "document":
        return way_to_paper(lack.id)
    if lack.kind == "task":
        return TASK
    if lack.kind == "facts":
        return ANSWERS
    return NEW_CONSENT if lack.kind == "withdrawn" else None


def may_go(actor: Actor, way: Way) -> bool:
    """Say whether the form at the end of the way is for this person's kind of work."""
    return can(actor, way.ability)
