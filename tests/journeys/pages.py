"""Every page of the access table with an address that shows it, and those doors behind which no page lies."""

import random
import re

from django.urls import reverse

from opora.web.shell.tests.browser import leaving
from tests.access_table.addresses import places
from tests.journeys import plans
from tests.journeys.apart import bring_families_together, find_family, join_signals, leave_family
from tests.journeys.asking import (
    CLOSED,
    DUE,
    EXPECTED,
    GONE,
    JOINED,
    MERGED,
    SHELTER,
    SUPPORT,
    UNITED,
    Shown,
    remembered,
)
from tests.journeys.councils import decide_everything
from tests.journeys.desk import visit
from tests.journeys.destruction import destroy_something
from tests.journeys.forms import (
    FIELD_PAGES,
    FIELDS_SHOWN,
    FORM_NO_PAGES,
    FORM_PAGES,
    FORMS_SHOWN,
    OWN,
    PROCESS,
    PROCESS_PAGES,
    PROCESS_SHOWN,
    add_a_field,
    draft_a_form,
    draft_a_process,
)
from tests.journeys.help import HELP_NO_PAGES, HELP_PAGES, HelpPlaces
from tests.journeys.indicators import (
    INDICATOR_NO_PAGES,
    INDICATOR_PAGES,
    INDICATORS_SHOWN,
    OF_A_DRAFT,
    compose_one,
    draft_the_next,
    enter_a_figure,
)
from tests.journeys.letters import write_to_offices
from tests.journeys.logic import LOGIC_NO_PAGES, LOGIC_PAGES, MODEL, SHOWN, draft_a_model, needs_a_draft
from tests.journeys.papers import write_everything
from tests.journeys.signals import record_everything
from tests.journeys.steps import bring_together, days_ago, open_case

SELDOM = ("own-family", "born")
"""What is offered to a few people only: to a grown daughter, an expected child."""

_STRANGER = Shown(None)
_ADMIN = Shown("admin")
GUARDED = Shown("guarded")
"""Somebody with a second factor."""
_DEAD_LINK = Shown(None, status=404)

PAGES: dict[str, Shown] = {
    "today:today": Shown(),
    "today:week": Shown(),
    "today:day": Shown(),
    "today:unfinished": Shown(),
    "today:throw_away": Shown(),
    "search:find": Shown(query="?q=17"),
    "attention:list": Shown(),
    "attention:aside": Shown(),
    "attention:rules": Shown(),
    "reminders:list": Shown(),
    "reminders:settings": Shown(),
    "reminders:revoke_calendar": Shown(),
    "shell:settings": Shown(),
    "shell:gallery": Shown(),
    "shell:gallery_confirm": Shown(),
    "account_login": _STRANGER,
    "account_logout": Shown(),
    "account_inactive": _STRANGER,
    "account_reset_password": _STRANGER,
    "account_reset_password_done": _STRANGER,
    "account_reset_password_from_key": _STRANGER,
    "account_reset_password_from_key_done": _STRANGER,
    "account_reauthenticate": Shown(),
    "account_change_password": Shown(),
    "mfa_activate_totp": Shown(),
    "mfa_reauthenticate": GUARDED,
    "mfa_deactivate_totp": GUARDED,
    "mfa_view_recovery_codes": GUARDED,
    "mfa_generate_recovery_codes": GUARDED,
    "usersessions_list": Shown(),
    "access:profile": Shown(),
    "access:rename_self": Shown(),
    "access:roles": Shown(),
    "access:people": _ADMIN,
    "access:invite": _ADMIN,
    "access:person": _ADMIN,
    "access:change_roles": _ADMIN,
    "access:rename": _ADMIN,
    "access:deactivate": Shown("admin", kind="idle"),
    "access:reset_second_factor": _ADMIN,
    "access:departments": _ADMIN,
    "access:add_department": _ADMIN,
    "access:change_department": _ADMIN,
    "access:join": _DEAD_LINK,
    "access:setup": _DEAD_LINK,
    "cases:list": Shown(query="?state=all"),
    "cases:new": Shown(query="?family=new"),
    "cases:own_family": Shown(case="own-family"),
    "cases:path_family": Shown(kind="signal"),
    "cases:path_worker": Shown(kind="signal"),
    "cases:file": Shown(),
    "cases:summary": Shown(case=CLOSED),
    "cases:history": Shown(),
    "cases:team": Shown(),
    "cases:join": Shown(),
    "cases:leave": Shown(),
    "cases:hand_over": Shown(),
    "cases:stay": Shown(case=SHELTER),
    "cases:move_in": Shown(case=EXPECTED),
    "cases:extend": Shown(case=SHELTER),
    "cases:move_out": Shown(case=SHELTER),
    "cases:close": Shown(case=SHELTER, query="?step=refuse"),
    "cases:correct": Shown(),
    "cases:correct_closing": Shown(case=CLOSED),
    "cases:take_off_child": Shown(),
    "cases:void": Shown(),
    "cases:void_path": Shown(kind="signal"),
    "cases:voided": Shown(),
    "cases:transfer": Shown(),
    "cases:reopen": Shown(case=CLOSED),
    "cases:follow_up": Shown(case=DUE),
    "process:work": Shown(query="?whose=all"),
    "process:route": Shown(),
    "process:step": Shown(kind="danger"),
    "process:file_paper": Shown(),
    "process:override": Shown(),
    "process:hand_on": Shown(kind="signal"),
    "process:palliative": Shown(),
    "process:refusal": Shown(),
    "process:move": Shown(),
    "process:list": Shown(),
    "process:map": Shown(),
    "process:stage": Shown(),
    "process:tables": Shown(),
    "process:route_map": Shown(),
    "councils:waiting": Shown(),
    "councils:panel": Shown(),
    "councils:ballot_new": Shown(),
    "councils:ballot": Shown(),
    "councils:conflict": Shown(),
    "councils:close": Shown(),
    "councils:minutes": Shown(kind="closed"),
    "councils:conference_new": Shown(),
    "councils:conference": Shown(),
    "plans:begin": Shown(case=EXPECTED),
    "plans:agree": Shown(kind="preliminary"),
    "plans:tasks": Shown(),
    "plans:finish": Shown(),
    "plans:panel": Shown(),
    "plans:words": Shown(),
    "plans:copy": Shown(),
    "plans:offer": Shown(),
    "plans:goal_new": Shown(),
    "plans:goal": Shown(),
    "plans:decide": Shown(),
    "plans:task_new": Shown(),
    "plans:task": Shown(),
    "plans:cancel": Shown(),
    "plans:milestones": Shown(),
    "plans:correct": Shown(),
    "plans:review": Shown(),
    "plans:versions": Shown(),
    "plans:version": Shown(),
    "plans:event_new": Shown(),
    "partners:list": Shown(),
    "partners:new": Shown(),
    "partners:exchange": Shown(),
    "partners:partner": Shown(),
    "partners:change": Shown(),
    "partners:panel": Shown(),
    "partners:refer": Shown(),
    "partners:unconfirmed": Shown(),
    "partners:confirm": Shown(),
    "volunteers:list": Shown(),
    "volunteers:new": Shown(),
    "volunteers:helper": Shown(),
    "volunteers:change": Shown(),
    "volunteers:hours": Shown(),
    "volunteers:void": Shown(),
    "volunteers:hours_correct": Shown(),
    "volunteers:hours_void": Shown(),
    "voice:list": Shown(),
    "voice:new": Shown(),
    "voice:change": Shown(),
    "voice:void": Shown(),
    "voice:channels": Shown(),
    "voice:channel_new": Shown(),
    "voice:channel": Shown(),
    "voice:channel_change": Shown(),
    "voice:count": Shown(),
    "correspondence:documents": Shown(),
    "correspondence:case_documents": Shown(),
    "correspondence:list": Shown(),
    "correspondence:new": Shown(),
    "correspondence:in": Shown(),
    "correspondence:letter": Shown(),
    "correspondence:change": Shown(),
    "correspondence:check": Shown(),
    "correspondence:send": Shown(),
    "correspondence:answer": Shown(),
    "correspondence:give_up": Shown(),
    "correspondence:reply": Shown(),
    "correspondence:correct": Shown(),
    "correspondence:void": Shown(),
    "correspondence:case": Shown(),
    "correspondence:case_new": Shown(),
    "correspondence:case_in": Shown(),
    "correspondence:route": Shown(),
    "correspondence:route_new": Shown(),
    "correspondence:route_in": Shown(),
    "correspondence:agreements": Shown(),
    "correspondence:agreement_new": Shown(),
    "correspondence:agreement": Shown(),
    "correspondence:agreement_change": Shown(),
    "correspondence:agreement_end": Shown(),
    "correspondence:agreement_void": Shown(),
    "correspondence:meetings": Shown(),
    "correspondence:meeting_new": Shown(),
    "correspondence:meeting": Shown(),
    "correspondence:meeting_change": Shown(),
    "correspondence:meeting_void": Shown(),
    "intake:help": _STRANGER,
    "intake:help_sent": _STRANGER,
    "intake:list": Shown(query="?state=all"),
    "intake:new": Shown(),
    "intake:channels": Shown(),
    "organization:details": _ADMIN,
    "organization:days": _ADMIN,
    "intake:part": Shown(kind=JOINED),
    "intake:panel": Shown(),
    "intake:contact": Shown(),
    "intake:contacts": Shown(),
    "intake:source": Shown(),
    "intake:sources": Shown(),
    "intake:new_source": Shown(),
    "intake:new_aid": Shown(),
    "intake:aid": Shown(),
    "intake:screening": Shown(),
    "intake:visit": Shown(),
    "intake:report_visit": Shown(),
    "intake:new_risks": Shown(),
    "intake:risks": Shown(),
    "intake:write_report": Shown(),
    "intake:report": Shown(),
    "papers:panel": Shown(),
    "papers:attach": Shown(),
    "papers:file": Shown(),
    "papers:new_consent": Shown(),
    "papers:consent": Shown(),
    "papers:withdraw": Shown(),
    "papers:new_letter": Shown(),
    "papers:letter": Shown(),
    "papers:new_notice": Shown(),
    "papers:notice": Shown(),
    "papers:new_history": Shown(),
    "papers:history": Shown(),
    "papers:disclosures": Shown(),
    "papers:destroy": Shown(),
    "papers:terms": Shown(),
    "papers:extend": Shown(),
    "papers:act": Shown(),
    "papers:templates": Shown(),
    "families:people": Shown(),
    "families:person": Shown(),
    "families:add": Shown(),
    "families:add_child": Shown(),
    "families:edit": Shown(),
    "families:role": Shown(),
    "families:homes": Shown(),
    "families:placement": Shown(),
    "families:withdraw_placement": Shown(),
    "families:leave": Shown(),
    "families:return": Shown(case=GONE),
    "families:born": Shown(case="born"),
    "families:same_family": Shown(),
    "families:same": Shown(),
    "families:together": Shown(),
    "families:take_apart": Shown(case=MERGED),
    "families:together_family": Shown(),
    "families:part_families": Shown(case=UNITED),
    "life:choose_family": Shown(),
    "life:case_choose": Shown(),
    "life:case_record": Shown(kind="visit"),
    "life:case": Shown(),
    "life:route_choose": Shown(kind="signal"),
    "life:route_record": Shown(kind="call"),
    "life:route": Shown(),
    "life:mend": Shown(),
    "life:void": Shown(),
    "life:put_off": Shown(),
    "life:cancel": Shown(),
    "life:missed": Shown(),
    "duties:colleagues": Shown(),
    "duties:unowned": Shown(),
    "duties:work": Shown(),
    "duties:pass_on": Shown(),
    "duties:substitute": Shown(),
    "assessments:list": Shown(),
    "assessments:profile": Shown(case=DUE),
    "assessments:blank": Shown(),
    "assessments:show": Shown(),
    "assessments:fill_in": Shown(),
    "assessments:discard": Shown(),
    "assessments:correct": Shown(),
    "assessments:correct_discard": Shown(),
    "assessments:approve": Shown(kind="waiting"),
    "assessments:return": Shown(kind="waiting"),
    "evidence:outcomes": Shown(query="?pooled=on"),
    "evidence:served": Shown(),
    "evidence:depth": Shown(),
    "evidence:depth_cases": Shown(query="?item=1.1&show=entry"),
    "evidence:behind": Shown(),
    "registry:start": Shown(),
    "registry:run": Shown(),
    "journal:entries": Shown(),
    "journal:check": Shown(),
    "journal:family": Shown(),
    "catalogue:list": Shown(),
    "release:list": Shown(),
    "api:connect": Shown(),
    "api:everything": Shown(),
    "api:make": Shown(),
    "api:all": Shown(),
    "release:new": Shown(),
    "release:limits": Shown(),
    "reports:list": Shown(),
    "reports:new": Shown(),
    "pivot:list": Shown(),
    "pivot:make": Shown(query="?subject=services&rows=direction&columns=month&drawn=1&narrow=format"),
    "pivot:cases": Shown(query="?subject=services&rows=direction&columns=month"),
    "pivot:keep": Shown(query="?subject=services&rows=direction&columns=month"),
    "pivot:table": Shown(),
    "pivot:table_keep": Shown(),
    "pivot:put_away": Shown(),
    "studies:list": Shown(),
    "studies:new": Shown(),
    "studies:decisions": Shown(),
    "sources:all": Shown(),
    "sources:page": Shown(),
    **SHOWN,
    "chain:case": Shown(),
    "chain:family": Shown(),
    **INDICATORS_SHOWN,
    **FORMS_SHOWN,
    **FIELDS_SHOWN,
    **PROCESS_SHOWN,
    **HELP_PAGES,
}

# The pages that follow a family; the others belong to the house.
WORK = ("cases:", "families:", "assessments:")
# The pages of a family on its way.
PATH = (
    "process:",
    "intake:",
    "papers:",
    "councils:",
    "plans:",
    "partners:",
    "correspondence:",
    "volunteers:",
    "voice:",
    "life:",
)

# Doors behind which no page lies: they take forms, lead on to a page, or hand out a file.
NO_PAGES = (
    HELP_NO_PAGES
    | INDICATOR_NO_PAGES
    | LOGIC_NO_PAGES
    | FORM_NO_PAGES
    | frozenset(
        {
            "reminders:make_calendar",
            "reminders:calendar",
            "today:nobodys",
            "attention:panel",
            "attention:take_back",
            "shell:theme",
            "shell:language",
            "mfa_index",
            "mfa_download_recovery_codes",
            "access:revoke",
            "access:decide_second_factor",
            "access:reactivate",
            "access:password_link",
            "cases:call_off_hand_over",
            "duties:call_off",
            "cases:take_back",
            "cases:take_back_path",
            "duties:assign",
            "duties:end_substitution",
            "intake:join",
            "intake:signal",
            "life:signal_record",
            "life:undo",
            "life:answered",
            "process:case_path",
            "process:bpmn",
            "papers:content",
            "papers:template",
            "papers:act_journal",
            "partners:export",
            "correspondence:approve",
            "correspondence:document",
            "correspondence:file",
            "correspondence:agreement_file",
            "correspondence:agreement_print",
            "process:finish_task",
            "process:take_back",
            "plans:undo",
            "plans:reopen",
            "plans:milestone",
            "process:withdraw_paper",
            "intake:known",
            "intake:approve_visit",
            "intake:freeze_report",
            "families:names",
            "families:known",
            "assessments:draft",
            "assessments:correct_draft",
            "evidence:export",
            "reports:move",
            "reports:export",
            "reports:export_taken",
            "reports:stakeholders_file",
            "reports:case_sheet_file",
            "reports:route_sheet_file",
            "release:file",
            "api:describe",
            "api:programs",
            "api:indicators",
            "api:indicator",
            "api:outcomes",
            "api:outcome_cases",
            "api:services",
            "api:pathways",
            "api:results",
            "api:releases",
            "pivot:bring_back",
            "evidence:served_export",
            "evidence:depth_export",
            "registry:blank",
            "registry:program",
            "registry:columns",
            "registry:ask",
            "registry:emptied",
            "registry:confirm",
            "registry:discard",
            "registry:remarks",
        }
    )
)

# Pages that are seen on a walk only, where the walk itself looks at them.
ON_A_WALK = frozenset(
    {
        "mfa_authenticate",
        "plans:waive",
        "api:revoke",
        "release:one",
        "release:prepare",
        "release:let_go",
        "release:send_back",
        "release:withdraw",
        "release:call_back",
        *(f"reports:{one}" for one in ("begin", "report", "about", "copy", "take", "away", "back", "kinds", "add")),
        *(f"reports:{one}" for one in ("block", "drop", "taken")),
        "reports:stakeholders",
        "voice:take_back",
        "studies:step",
        "studies:register",
        "studies:drop",
        "studies:study",
        "studies:open",
        "studies:decide",
        "studies:effect",
    }
)


class Places(HelpPlaces):
    """Fills the places of addresses with what is there in this product, asked of its own pages."""

    def address(self, name: str) -> str:
        """Where this page of the table is to be seen."""
        shown = PAGES[name]
        if name.startswith("plans:") and name != "plans:begin":
            self.plan()
        if name in HELP_PAGES:
            fillings = {place: self.help(name, place) for place in places(name)}
            # What is asked may name a family or a centre too.
            asked = {place: self.help(name, place) for place in re.findall(r"{(\w+)}", shown.query)}
            return reverse(name, kwargs=fillings) + shown.query.format(**asked)
        if name == "sources:page":
            return reverse(name, args=["intake", "list"])
        if (asked_for := INDICATOR_PAGES.get(name)) is not None:
            if name == "indicators:put_away":
                self.own_indicator()
            if name in OF_A_DRAFT:
                self.indicator_draft()
            return reverse(name, args=[self.outside_figure()] if name == "indicators:outside_void" else asked_for)
        if (place := PROCESS_PAGES.get(name)) is not None:
            if name != "process:versions":
                self.process_draft()
            return reverse(name, args=[PROCESS, *place])
        if name in FIELDS_SHOWN:
            field = self.own_field()
            if (numbers := FIELD_PAGES.get(name)) is not None:
                return reverse(name, args=[field] if numbers else [])
        if (rest := FORM_PAGES.get(name)) is not None:
            if rest[0] == OWN:
                self.form_draft()
            return reverse(name, args=rest)
        if (rest := LOGIC_PAGES.get(name)) is not None:
            if needs_a_draft(name):
                self.model_draft()
            return reverse(name, args=[MODEL, *rest])
        fillings = {place: self._filling(place, shown) for place in places(name)}
        return reverse(name, kwargs=fillings) + shown.query

    def _filling(self, place: str, shown: Shown) -> object:
        if shown.case == MERGED:
            return self.merged()[place]
        if shown.case in (GONE, UNITED):
            return self.united()[place] if shown.case == UNITED else self.gone()[place]
        if shown.kind == JOINED:
            return self.joined()[place]
        if shown.case in SELDOM:
            return self.seldom(shown.case)[place]
        if place == "draft_id":
            return self.draft()
        case = self.case(shown.case)
        match place:
            case "case_id":
                return case
            case "route_id" if shown.kind == "preliminary":
                return self.preliminary()
            case "route_id" if shown.kind == "signal":
                signal = self._first("/signals/", r"/signals/(\d+)/")
                return self._first(f"/signals/{signal}/", r"/routes/(\d+)/")
            case "route_id":
                return self.route(case)
            case "code":
                return self._slug("/process/", r'"/process/([\w-]+)/"')
            case "stage":
                return self._slug("/process/support_and_shelter/", r"/stage/([\w-]+)/")
            case "action":
                return shown.kind or "refuse"
            case "table_id":
                return self._first("/tables/", r'"/tables/(\d+)/"')
            case "person_id":
                return self.child(case)
            case "family_id":
                return self.other_family()
            case "other_id":
                return self.child(self.case(SHELTER))
            case "kind":
                return shown.kind
            case "source":
                return "contact"
            case "record_id":
                return self.intake()["contact_id"]
            case "member_id":
                return self._first(f"/cases/{case}/team/", r"/team/(\d+)/leave/")
            case "placement_id":
                return self._first(f"/cases/{case}/people/{self.child(case)}/placement/", r"/placement/(\d+)/withdraw/")
            case "assessment_id" if shown.kind == "waiting":
                return self._first("/", r"/assessments/(\d+)/")
            case "assessment_id":
                return self._first(f"/cases/{case}/assessments/", r'"/assessments/(\d+)/"')
            case "point":
                return "exit"
            case "user_id":
                # Whoever only counts has no work that must be passed on before leaving.
                return self._first("/people/?q=analyst" if shown.kind == "idle" else "/people/", r"/people/(\d+)/")
            case "department_id":
                return self._first("/departments/", r"/departments/(\d+)/")
            case "program_id":
                return self._first("/outcomes/", r"/outcomes/(\d+)/cases/")
            case "run_id":
                return self._first("/registry/", r"/registry/(\d+)/")
            case "token" | "key":
                return "no-such-link"
            case "uidb36":
                return "1"
        if place in {"ballot_id", "conference_id", "partner_id", "onward_id"}:
            return self.decisions()["closed_ballot_id" if shown.kind == "closed" else place]
        if place in {"official_id", "agreement_id", "meeting_id", "helper_id", "hours_id", "piece_id", "channel_id"}:
            return self.letters()[place]
        if place in {"goal_id", "task_id", "number"}:
            return self.plan()[place]
        if place in {"term_id", "act_id"}:
            return self.destroyed()[place]
        if place in {"file_id", "consent_id", "letter_id", "notice_id", "history_id"}:
            return self.papers()[place]
        if place in (records := self.intake()):
            return records[place]
        raise KeyError(f"Say in pages.py how to fill {place}")

    @remembered
    def outside_figure(self) -> int:
        """A figure that somebody else published."""
        return enter_a_figure(self.page)

    @remembered
    def own_indicator(self) -> bool:
        """An indicator composed here."""
        compose_one(self.page)
        return True

    @remembered
    def indicator_draft(self) -> bool:
        """A draft of the next version of the indicator composed here."""
        self.own_indicator()
        draft_the_next(self.page)
        return True

    @remembered
    def model_draft(self) -> bool:
        """A draft of the next version of a logic model."""
        draft_a_model(self.page)
        return True

    @remembered
    def process_draft(self) -> bool:
        """A draft of the next version of the process."""
        draft_a_process(self.page)
        return True

    @remembered
    def own_field(self) -> int:
        """A field that the organization added itself."""
        return add_a_field(self.page)

    @remembered
    def form_draft(self) -> bool:
        """A draft of a new assessment form."""
        draft_a_form(self.page)
        return True

    @remembered
    def decisions(self) -> dict[str, int]:
        """Votes, a council and a referral to a partner on the path of a case."""
        return decide_everything(self.page, self.route(self.case(SUPPORT)))

    @remembered
    def letters(self) -> dict[str, int]:
        """A letter that is being prepared, an agreement and a joint meeting."""
        return write_to_offices(self.page, self.route(self.case(SUPPORT)), self.decisions()["partner_id"])

    @remembered
    def plan(self) -> dict[str, int]:
        """A plan in force on the path of a case, with a goal, a task and a version."""
        return plans.draw_up_everything(self.page, self.route(self.case(SUPPORT)))

    @remembered
    def preliminary(self) -> int:
        """A path whose plan is not agreed on yet."""
        route = self.route(open_case(self.page, on=days_ago(1)))
        plans.begin(self.page, route, "Хочу, чтобы дети были дома.")
        return route

    @remembered
    def papers(self) -> dict[str, int]:
        """A paper of every kind on the path of a case."""
        return write_everything(self.page, self.route(self.case(SUPPORT)))

    @remembered
    def merged(self) -> dict[str, int]:
        """A child whose two records were brought together."""
        case, other = (open_case(self.page, on=days_ago(1)) for _each in "ab")
        return bring_together(self.page, case, self.child(case), self.child(other))

    @remembered
    def gone(self) -> dict[str, int]:
        """A child who belongs to the family no longer."""
        case = open_case(self.page, on=days_ago(1))
        return leave_family(self.page, case, self.child(case))

    @remembered
    def other_family(self) -> int:
        """The family of the centre, as it is found by the code of its child."""
        return find_family(self.page, self.case(SUPPORT), self._code(self.case(SHELTER)))

    @remembered
    def united(self) -> dict[str, int]:
        """Two families that turned out to be one."""
        case, other = (open_case(self.page, on=days_ago(1)) for _each in "ab")
        return bring_families_together(self.page, case, self._code(other))

    @remembered
    def joined(self) -> dict[str, int]:
        """Two signals about one telephone, of which the first knew the family already."""
        return join_signals(self.page, self._code(self.case(SUPPORT)), f"8 921 {random.randrange(10**7):07}")

    @remembered
    def seldom(self, what: str) -> dict[str, int]:
        """Somebody of whom the people of a case offer this: a grown daughter, an expected child."""
        cases = list(dict.fromkeys(re.findall(r'"/cases/(\d+)/"', self._text("/cases/?state=open"))))
        found = next((found for case in cases if (found := self._offered(int(case), what))), None)
        if found is None and what == "own-family":
            # Ages follow the calendar: on some days nobody of the invented children is old enough.
            found = self._offered(self._boy_of_fifteen(), what)
        assert found, f"Nobody in the demonstration: {what}"
        return found

    def _offered(self, case: int, what: str) -> dict[str, int] | None:
        people = re.findall(rf"/cases/{case}/people/(\d+)/", self._text(f"/cases/{case}/people/"))
        for person in dict.fromkeys(people):
            if f"/people/{person}/{what}/" in self._text(f"/cases/{case}/people/{person}/"):
                return {"case_id": case, "person_id": int(person)}
        return None

    def _boy_of_fifteen(self) -> int:
        """A child old enough to care for children comes to a family; gives its case."""
        case = self.case(SHELTER)
        visit(self.page, f"/cases/{case}/people/add-child/")
        self.page.locator("#id_given").fill("Матвей")
        self.page.locator("#id_birth_date").fill(days_ago(15 * 366).strftime("%d.%m.%Y"))
        with leaving(self.page):
            self.page.locator("main .acts .btn.primary").click()
        return case

    @remembered
    def draft(self) -> int:
        """A form begun and left."""
        visit(self.page, f"/routes/{self.route(self.case(SUPPORT))}/record/call/")
        self.page.locator("textarea[name=notes]").fill("Печь дымит")
        self.page.get_by_text("ничего не пропадёт").wait_for()
        return self._first("/unfinished/", r"/unfinished/(\d+)/throw-away/")

    @remembered
    def destroyed(self) -> dict[str, int]:
        """A term of destruction and an act, of families made for it."""
        return destroy_something(self.page)

    @remembered
    def intake(self) -> dict[str, int]:
        """A signal with everything that may be recorded on its path."""
        return record_everything(self.page)
