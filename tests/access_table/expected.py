"""Who gets in where: written by hand from requirements 6.3 and X-10, never computed from the code it checks.

A row names who may enter; for everybody else the page does not exist (404), and who is not signed in is led to the
door. ``get`` is what a reader with the right gets: 200, or the answers that are calm too (302 to another page, 405
where a page only takes forms, 409 where the state of the case leaves nothing to do). ``post`` says whether the page
takes a form. ``refuses_forms`` is how a script's address turns a form away, the same for hidden and for absent.
``with_id`` fills places of the address that the case does not fill.
"""

from dataclasses import dataclass, field
from typing import Any

ANONYMOUS = frozenset({"anonymous"})
SIGNED_IN = frozenset(
    {
        "administrator",
        "administrator_in_team",
        "head",
        "coordinator",
        "coordinator_elsewhere",
        "case_manager",
        "case_manager_elsewhere",
        "specialist",
        "specialist_elsewhere",
        "former_specialist",
        "psychologist",
        "psychologist_elsewhere",
        "analyst",
        "analyst_in_team",
        "volunteer",
        "volunteer_in_team",
        "warehouse",
        "nobody",
    }
)
ANYBODY = ANONYMOUS | SIGNED_IN

# Of one case: its team, its department's coordinator, the head.
TEAM = frozenset({"head", "coordinator", "case_manager", "specialist", "psychologist"})
LEADERS_OF_CASE = frozenset({"head", "coordinator", "case_manager"})
APPROVERS_OF_CASE = frozenset({"head", "coordinator"})

# Of pages about all cases one may see: the kinds of work, wherever.
CASE_WORKERS = TEAM | {
    "coordinator_elsewhere",
    "case_manager_elsewhere",
    "specialist_elsewhere",
    "former_specialist",
    "psychologist_elsewhere",
}
TASK_DOERS = CASE_WORKERS | {"volunteer", "volunteer_in_team"}
CASE_OPENERS = frozenset({"head", "coordinator", "coordinator_elsewhere", "case_manager", "case_manager_elsewhere"})
APPROVERS = frozenset({"head", "coordinator", "coordinator_elsewhere"})
COUNTERS = frozenset({"analyst", "analyst_in_team"})
OUTCOME_READERS = CASE_OPENERS | COUNTERS
OUTCOME_EXPORTERS = APPROVERS | COUNTERS
IMPORTERS = APPROVERS
# Of one import: whoever began it, and who imports for the whole organization.
RUN_OWNERS = frozenset({"head", "coordinator"})
KEEPERS = frozenset({"administrator", "administrator_in_team", "head"})

# The warehouse: seen by whoever gives out of it, kept by a few; its worker sees no family.
STOCK_SEERS = CASE_WORKERS | {"warehouse"}
STOCK_KEEPERS = APPROVERS | {"warehouse"}

HEAD = frozenset({"head"})
# Those who work with families themselves, and lead nobody.
NOTE_WRITERS = CASE_WORKERS - {"head", "coordinator", "coordinator_elsewhere"}
# Whoever works in the department of a centre, on whichever families.
CENTRE = TEAM | {"former_specialist"}


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    who: frozenset[str]
    get: int | tuple[int, ...] = 200
    post: bool = False
    refuses_forms: int = 404
    with_id: dict[str, Any] = field(default_factory=dict)

    @property
    def answers(self) -> tuple[int, ...]:
        return (self.get,) if isinstance(self.get, int) else self.get


def reads(who: frozenset[str], get: int | tuple[int, ...] = 200) -> Row:
    """A page that only shows."""
    return Row(who, get)


def fills(who: frozenset[str], get: int | tuple[int, ...] = 200) -> Row:
    """A page with a form."""
    return Row(who, get, post=True)


def sends(who: frozenset[str]) -> Row:
    """An address that only takes a form."""
    return Row(who, 405, post=True)


EXPECTED: dict[str, Row] = {
    # The frame
    "today:today": reads(SIGNED_IN),
    "search:find": fills(CASE_WORKERS),
    "attention:list": reads(CASE_WORKERS),
    "attention:panel": reads(CASE_WORKERS, 302),
    "attention:aside": fills(LEADERS_OF_CASE),
    "attention:take_back": sends(LEADERS_OF_CASE),
    "attention:rules": fills(KEEPERS),
    "today:week": reads(CASE_WORKERS),
    "today:day": reads(CASE_WORKERS),
    "today:unfinished": reads(SIGNED_IN),
    # What is begun is its writer's alone.
    "today:throw_away": fills(frozenset({"case_manager"})),
    "today:nobodys": reads(APPROVERS, 302),
    "shell:theme": sends(ANYBODY),
    "shell:language": Row(ANYBODY, (302, 405), post=True),
    "shell:settings": reads(KEEPERS),
    "shell:gallery": reads(SIGNED_IN),
    "shell:gallery_confirm": reads(SIGNED_IN),
    # The door
    "account_login": fills(ANYBODY, (200, 302)),
    "account_logout": fills(ANYBODY, (200, 302)),
    "account_inactive": reads(ANYBODY),
    "account_reset_password": fills(ANYBODY),
    "account_reset_password_done": reads(ANYBODY),
    "account_reset_password_from_key": fills(ANYBODY),
    "account_reset_password_from_key_done": reads(ANYBODY),
    "mfa_authenticate": fills(ANYBODY, 302),
    "account_reauthenticate": fills(SIGNED_IN),
    "account_change_password": fills(SIGNED_IN, (200, 302)),
    "mfa_index": Row(SIGNED_IN, 302, post=True),
    "mfa_reauthenticate": fills(SIGNED_IN, (200, 302)),
    "mfa_activate_totp": fills(SIGNED_IN, (200, 302)),
    "usersessions_list": fills(SIGNED_IN),
    # One's own account, and the people who work here
    "access:profile": reads(SIGNED_IN),
    "access:rename_self": fills(SIGNED_IN),
    "access:roles": reads(SIGNED_IN),
    "access:people": reads(KEEPERS),
    "access:invite": fills(KEEPERS),
    "access:revoke": sends(KEEPERS),
    "access:decide_second_factor": sends(KEEPERS),
    "access:person": reads(KEEPERS),
    "access:change_roles": fills(KEEPERS),
    "access:rename": fills(KEEPERS),
    "access:deactivate": fills(KEEPERS),
    "access:reactivate": sends(KEEPERS),
    "access:password_link": sends(KEEPERS),
    "access:reset_second_factor": fills(KEEPERS),
    "access:departments": reads(KEEPERS),
    "access:add_department": fills(KEEPERS),
    "access:change_department": fills(KEEPERS),
    # What was said in therapy: its author alone, and no leader of anybody
    "notes:list": reads(NOTE_WRITERS),
    "notes:case": fills(TEAM - {"head", "coordinator"}),
    "notes:route": fills(TEAM - {"head", "coordinator"}),
    "notes:note": reads(frozenset({"psychologist"})),
    "notes:correct": fills(frozenset({"psychologist"})),
    "notes:readers": fills(frozenset({"psychologist"})),
    "notes:left": reads(HEAD),
    "notes:hand_on": fills(HEAD),
    # What families receive
    "services:given": reads(SIGNED_IN),
    "services:log": fills(CASE_WORKERS),
    "services:totals": reads(CASE_WORKERS),
    "services:several": fills(CASE_WORKERS),
    "services:several_form": fills(CASE_WORKERS, 302),
    "services:case": reads(TEAM),
    "services:route": reads(TEAM),
    "services:case_deliver": reads(TEAM, 302),
    "services:route_deliver": reads(TEAM, 302),
    "services:case_plan": fills(TEAM),
    "services:route_plan": fills(TEAM),
    "services:change": fills(TEAM),
    "services:stop": sends(TEAM),
    "services:void_plan": fills(TEAM),
    # What the organization can give
    "catalogue:list": reads(SIGNED_IN),
    # Cases
    "cases:list": fills(CASE_WORKERS),
    "cases:new": fills(CASE_OPENERS),
    "cases:own_family": fills(LEADERS_OF_CASE),
    "cases:path_family": fills(LEADERS_OF_CASE),
    "cases:path_worker": fills(TEAM, 302),
    "cases:file": reads(TEAM),
    "cases:summary": reads(TEAM),
    "cases:history": reads(TEAM),
    "cases:team": reads(TEAM),
    "cases:join": fills(LEADERS_OF_CASE),
    "cases:leave": fills(LEADERS_OF_CASE),
    "cases:hand_over": fills(LEADERS_OF_CASE),
    "cases:call_off_hand_over": sends(LEADERS_OF_CASE),
    "cases:stay": reads(TEAM),
    "cases:move_in": fills(LEADERS_OF_CASE, (200, 302, 409)),
    "cases:extend": fills(LEADERS_OF_CASE, (200, 302, 409)),
    "cases:move_out": fills(LEADERS_OF_CASE, (200, 302, 409)),
    "cases:close": fills(LEADERS_OF_CASE, 302),
    "cases:reopen": fills(LEADERS_OF_CASE, (200, 302, 409)),
    # The case of this world is written down on the day of the test, when its case manager may set it right too.
    "cases:correct": fills(LEADERS_OF_CASE),
    "cases:correct_closing": Row(LEADERS_OF_CASE, 404),
    "cases:take_off_child": fills(LEADERS_OF_CASE),
    "cases:transfer": fills(APPROVERS_OF_CASE),
    "cases:void": fills(LEADERS_OF_CASE),
    "cases:void_path": Row(LEADERS_OF_CASE | {"specialist", "psychologist"}, 302, post=True),
    "cases:voided": fills(APPROVERS),
    "cases:take_back": sends(APPROVERS_OF_CASE),
    "cases:take_back_path": sends(APPROVERS_OF_CASE),
    "cases:follow_up": fills(TEAM, (200, 302, 409)),
    # The path of a family
    "process:work": fills(CASE_WORKERS),
    "process:route": reads(TEAM),
    "process:step": fills(TEAM, (200, 302)),
    "process:file_paper": fills(TEAM),
    "process:withdraw_paper": sends(TEAM),
    "process:finish_task": sends(TEAM),
    "process:take_back": sends(TEAM),
    "process:override": fills(frozenset({"head"})),
    "process:hand_on": fills(TEAM),
    "process:palliative": fills(LEADERS_OF_CASE),
    "process:refusal": fills(TEAM),
    "process:case_path": reads(TEAM, 302),
    "sources:all": reads(SIGNED_IN),
    "sources:page": Row(SIGNED_IN, with_id={"room": "intake", "page": "list"}),
    "process:list": reads(CASE_WORKERS),
    "process:map": reads(CASE_WORKERS),
    "process:stage": Row(CASE_WORKERS, with_id={"stage": "signal"}),
    "process:tables": reads(CASE_WORKERS),
    "process:bpmn": reads(CASE_WORKERS),
    "process:move": fills(KEEPERS),
    "process:route_map": reads(TEAM),
    # Votes of panels, councils on the plan
    "councils:waiting": reads(CASE_WORKERS),
    "councils:panel": reads(TEAM),
    "councils:ballot_new": fills(TEAM),
    "councils:ballot": fills(TEAM),
    "councils:conflict": fills(TEAM),
    "councils:close": fills(frozenset({"head", "case_manager"})),
    "councils:minutes": reads(TEAM, 302),
    "councils:conference_new": fills(TEAM),
    "councils:conference": reads(TEAM),
    # Plans, and everybody's own tasks; a volunteer finds the list of his own, and no plan
    "plans:tasks": fills(TASK_DOERS),
    "plans:finish": fills(TEAM),
    "plans:undo": sends(TEAM),
    "plans:panel": reads(TEAM),
    "plans:begin": fills(TEAM, 302),
    "plans:words": fills(TEAM),
    "plans:copy": reads(TEAM),
    "plans:offer": fills(TEAM),
    "plans:goal_new": fills(TEAM),
    "plans:goal": fills(TEAM),
    "plans:decide": fills(TEAM),
    "plans:reopen": sends(TEAM),
    "plans:task_new": fills(TEAM),
    "plans:task": fills(TEAM),
    "plans:cancel": fills(TEAM),
    "plans:milestones": fills(TEAM),
    "plans:milestone": sends(TEAM),
    "plans:agree": fills(TEAM, 302),
    "plans:correct": fills(TEAM),
    "plans:review": fills(TEAM),
    "plans:versions": reads(TEAM),
    "plans:version": reads(TEAM),
    "plans:event_new": fills(TEAM),
    # The warehouse, what families receive and need
    "goods:stock": reads(STOCK_SEERS),
    "goods:good": reads(STOCK_SEERS),
    "goods:movements": reads(STOCK_SEERS),
    "goods:bring_in": fills(STOCK_KEEPERS),
    "goods:receive": fills(STOCK_KEEPERS),
    "goods:write_off": fills(STOCK_KEEPERS),
    "goods:move": fills(STOCK_KEEPERS),
    "goods:sort": fills(STOCK_KEEPERS),
    "goods:waiting": reads(STOCK_SEERS),
    "goods:hand_out": sends(TEAM | {"warehouse"}),
    "goods:put_back": sends(TEAM | {"warehouse"}),
    "goods:counts": reads(STOCK_KEEPERS),
    "goods:begin_count": fills(STOCK_KEEPERS),
    "goods:count": fills(STOCK_KEEPERS),
    "goods:close_count": fills(STOCK_KEEPERS),
    "goods:call_off_count": fills(STOCK_KEEPERS),
    "goods:donors": reads(STOCK_KEEPERS),
    "goods:money_donated": fills(STOCK_KEEPERS),
    "goods:lists": reads(STOCK_KEEPERS),
    "goods:keep": Row(STOCK_KEEPERS, post=True, with_id={"kind": "good"}),
    "goods:given": reads(CASE_WORKERS),
    "goods:needs": reads(CASE_WORKERS),
    # An act is a family's; the warehouse sees those it handed out itself.
    "goods:act": reads(TEAM),
    "goods:take_back": fills(TEAM),
    "goods:returned": fills(TEAM),
    "goods:prove": fills(TEAM),
    "goods:need": reads(TEAM, 302),
    "goods:end_need": fills(TEAM),
    "goods:case": reads(TEAM),
    "goods:case_give": fills(TEAM),
    "goods:case_money": fills(TEAM),
    "goods:case_need": fills(TEAM),
    "goods:route": reads(TEAM),
    "goods:route_give": fills(TEAM),
    "goods:route_money": fills(TEAM),
    "goods:route_need": fills(TEAM),
    # Partners, and families referred to them
    "partners:list": reads(CASE_WORKERS),
    "partners:new": fills(CASE_OPENERS),
    "partners:exchange": fills(CASE_OPENERS),
    "partners:export": reads(CASE_WORKERS),
    "partners:partner": reads(CASE_WORKERS),
    "partners:change": fills(CASE_OPENERS),
    "partners:panel": reads(TEAM),
    "partners:refer": fills(TEAM),
    "partners:unconfirmed": reads(CASE_WORKERS),
    "partners:confirm": fills(TEAM),
    # Where families live: the board of a centre is open to its department, a stay to those who see the case
    "stays:list": reads(CASE_WORKERS, (200, 302)),
    "stays:board": reads(CENTRE),
    "stays:rooms": reads(CENTRE),
    "stays:new": fills(APPROVERS),
    "stays:room_new": fills(APPROVERS_OF_CASE),
    "stays:bed_new": fills(APPROVERS_OF_CASE),
    "stays:bed_remove": fills(APPROVERS_OF_CASE),
    "stays:bed_block": fills(APPROVERS_OF_CASE),
    "stays:bed_unblock": fills(APPROVERS_OF_CASE),
    "stays:case": reads(TEAM),
    "stays:route": reads(TEAM, 302),
    "stays:route_admit": reads(LEADERS_OF_CASE, 302),
    "stays:case_longer": reads(LEADERS_OF_CASE, 302),
    "stays:case_leave": reads(LEADERS_OF_CASE, 302),
    "stays:case_admit": fills(LEADERS_OF_CASE),
    "stays:settle": fills(LEADERS_OF_CASE),
    "stays:admission": reads(TEAM),
    "stays:act": reads(TEAM),
    "stays:arrive": fills(LEADERS_OF_CASE),
    "stays:call_off": fills(LEADERS_OF_CASE),
    "stays:ask": fills(LEADERS_OF_CASE),
    "stays:decide": fills(APPROVERS_OF_CASE),
    "stays:move": fills(LEADERS_OF_CASE),
    "stays:away": fills(LEADERS_OF_CASE),
    "stays:join": fills(LEADERS_OF_CASE),
    "stays:one_leaves": fills(LEADERS_OF_CASE),
    "stays:exit": reads(TEAM),
    "stays:exit_day": fills(LEADERS_OF_CASE),
    "stays:issue_new": fills(LEADERS_OF_CASE),
    "stays:settle_issue": sends(TEAM),
    "stays:ready": fills(LEADERS_OF_CASE),
    "stays:depart": fills(LEADERS_OF_CASE),
    "stays:routine": reads(TEAM),
    "stays:routine_write": fills(TEAM),
    "stays:routine_mark": fills(TEAM),
    "stays:skills": reads(TEAM),
    "stays:skill_new": fills(TEAM),
    "stays:skills_rate": fills(TEAM),
    "stays:duty": reads(CENTRE),
    "stays:duty_new": fills(CENTRE),
    "stays:hand_over": fills(CENTRE),
    "stays:take_over": sends(CENTRE),
    # Signals, and what is recorded on the path before a case is opened
    # The life of a family
    "circumstances:list": fills(CASE_WORKERS),
    "circumstances:case": reads(TEAM),
    "circumstances:route": reads(TEAM),
    "circumstances:case_record": reads(TEAM, 302),
    "circumstances:route_record": reads(TEAM, 302),
    "network:list": fills(CASE_WORKERS),
    "network:case": reads(TEAM),
    "network:case_add": fills(TEAM),
    "network:case_talk": fills(TEAM),
    "network:case_compare": reads(TEAM),
    "network:case_genogram": reads(TEAM),
    "network:case_relative": fills(TEAM),
    "network:case_link": fills(TEAM),
    "network:route": reads(TEAM),
    "network:route_add": fills(TEAM),
    "network:route_talk": fills(TEAM),
    "network:route_compare": reads(TEAM),
    "network:route_genogram": reads(TEAM),
    "network:route_relative": fills(TEAM),
    "network:route_link": fills(TEAM),
    "network:member": fills(TEAM),
    "network:remove": sends(TEAM),
    "network:map": reads(TEAM),
    "network:confirm": fills(TEAM),
    "network:talk": fills(TEAM),
    "network:unlink": sends(TEAM),
    "life:choose_family": fills(CASE_WORKERS),
    "life:signal_record": Row(TEAM, 302, post=True),
    "life:case_choose": reads(TEAM),
    "life:case_record": fills(TEAM),
    "life:route_choose": reads(TEAM),
    "life:route_record": fills(TEAM),
    "life:case": fills(TEAM),
    "life:route": fills(TEAM),
    "life:mend": fills(TEAM),
    "life:void": fills(TEAM),
    "life:undo": sends(TEAM),
    "life:put_off": fills(TEAM),
    "life:cancel": fills(TEAM),
    "life:missed": fills(TEAM),
    "life:answered": sends(TEAM),
    "intake:help": fills(ANYBODY),
    "intake:help_sent": reads(ANYBODY),
    "intake:list": fills(CASE_WORKERS),
    "intake:new": fills(CASE_OPENERS),
    "intake:known": sends(CASE_OPENERS),
    "intake:channels": fills(KEEPERS),
    "organization:details": fills(KEEPERS),
    "organization:days": fills(KEEPERS),
    "intake:signal": reads(TEAM, 302),
    "intake:join": sends(TEAM),
    "intake:part": fills(TEAM),
    "intake:panel": reads(TEAM),
    "intake:contact": reads(TEAM),
    "intake:contacts": reads(CASE_WORKERS),
    "intake:source": reads(TEAM),
    "intake:sources": reads(TEAM),
    "intake:new_source": fills(TEAM),
    "intake:new_aid": fills(TEAM),
    "intake:aid": reads(TEAM),
    "intake:screening": fills(TEAM),
    "intake:visit": reads(TEAM),
    "intake:report_visit": fills(TEAM),
    "intake:approve_visit": sends(APPROVERS_OF_CASE),
    "intake:new_risks": fills(TEAM),
    "intake:risks": reads(TEAM),
    "intake:write_report": fills(TEAM),
    "intake:report": reads(TEAM),
    "intake:freeze_report": sends(TEAM),
    # Papers of the path
    "papers:panel": reads(TEAM),
    "papers:attach": fills(TEAM),
    "papers:file": reads(TEAM),
    "papers:content": reads(TEAM),
    "papers:new_consent": fills(TEAM),
    "papers:consent": reads(TEAM),
    "papers:withdraw": fills(TEAM),
    "papers:new_letter": fills(TEAM),
    "papers:letter": fills(TEAM),
    "papers:new_notice": fills(TEAM),
    "papers:notice": fills(TEAM),
    "papers:new_history": fills(TEAM),
    "papers:history": reads(TEAM),
    "papers:disclosures": reads(TEAM),
    "papers:destroy": fills(HEAD),
    "papers:terms": reads(HEAD),
    "papers:extend": fills(HEAD),
    "papers:act": reads(HEAD),
    "papers:act_journal": reads(HEAD),
    "papers:templates": fills(KEEPERS),
    "papers:template": Row(KEEPERS, 200, with_id={"kind": "support"}),
    # Letters to offices and from them; those about a family are its team's. One with a number is looked at no more.
    "correspondence:list": reads(CASE_WORKERS),
    "correspondence:new": fills(CASE_OPENERS),
    "correspondence:in": fills(CASE_OPENERS),
    "correspondence:letter": reads(TEAM),
    "correspondence:file": reads(TEAM),
    "correspondence:change": fills(TEAM),
    "correspondence:check": fills(TEAM, 302),
    "correspondence:approve": sends(APPROVERS_OF_CASE),
    "correspondence:send": fills(TEAM),
    "correspondence:answer": fills(TEAM),
    "correspondence:give_up": fills(TEAM),
    "correspondence:correct": fills(TEAM),
    "correspondence:void": fills(TEAM),
    "correspondence:case": reads(TEAM),
    "correspondence:case_new": fills(TEAM),
    "correspondence:case_in": fills(TEAM),
    "correspondence:route": reads(TEAM),
    "correspondence:route_new": fills(TEAM),
    "correspondence:route_in": fills(TEAM),
    "correspondence:agreements": reads(CASE_WORKERS),
    "correspondence:agreement_new": fills(CASE_OPENERS),
    "correspondence:agreement": reads(CASE_WORKERS),
    "correspondence:agreement_change": fills(CASE_OPENERS),
    "correspondence:agreement_end": fills(CASE_OPENERS),
    "correspondence:agreement_void": fills(CASE_OPENERS),
    "correspondence:agreement_file": reads(CASE_WORKERS),
    "correspondence:meetings": reads(CASE_WORKERS),
    "correspondence:meeting_new": fills(CASE_OPENERS),
    "correspondence:meeting": reads(CASE_WORKERS),
    "correspondence:meeting_change": fills(CASE_OPENERS),
    "correspondence:meeting_void": fills(CASE_OPENERS),
    # What is due, and how one is reminded elsewhere; a volunteer is reminded of the own tasks
    "reminders:list": reads(TASK_DOERS),
    "reminders:settings": fills(TASK_DOERS),
    "reminders:make_calendar": sends(TASK_DOERS),
    "reminders:revoke_calendar": fills(TASK_DOERS),
    # Families
    "families:people": reads(TEAM),
    "families:names": sends(TEAM),
    "families:person": reads(TEAM),
    "families:add": fills(LEADERS_OF_CASE),
    "families:add_child": fills(LEADERS_OF_CASE),
    "families:known": sends(LEADERS_OF_CASE),
    "families:edit": fills(LEADERS_OF_CASE),
    "families:role": fills(LEADERS_OF_CASE),
    "families:leave": fills(LEADERS_OF_CASE),
    "families:return": fills(LEADERS_OF_CASE, 409),
    "families:born": fills(LEADERS_OF_CASE, 409),
    "families:same": fills(APPROVERS_OF_CASE),
    "families:together": fills(APPROVERS_OF_CASE),
    "families:same_family": fills(APPROVERS_OF_CASE),
    "families:together_family": fills(APPROVERS_OF_CASE),
    "families:part_families": fills(APPROVERS_OF_CASE),
    "families:take_apart": fills(APPROVERS_OF_CASE),
    "families:homes": fills(TEAM),
    "families:placement": fills(TEAM),
    "families:withdraw_placement": fills(TEAM),
    # Assessments
    "assessments:list": reads(TEAM),
    "assessments:profile": reads(TEAM),
    "assessments:blank": reads(TEAM),
    "assessments:show": reads(TEAM),
    "assessments:fill_in": fills(TEAM),
    "assessments:draft": Row(TEAM, 405, post=True, refuses_forms=403),
    "assessments:discard": fills(TEAM),
    "assessments:correct": fills(TEAM),
    "assessments:correct_draft": Row(TEAM, 405, post=True, refuses_forms=403),
    "assessments:correct_discard": fills(TEAM),
    "assessments:approve": fills(APPROVERS_OF_CASE),
    "assessments:return": fills(APPROVERS_OF_CASE),
    # What came of it
    "evidence:outcomes": reads(OUTCOME_READERS),
    "evidence:behind": reads(OUTCOME_READERS),
    "evidence:served": reads(OUTCOME_READERS),
    "evidence:served_export": reads(OUTCOME_EXPORTERS),
    "evidence:export": Row(OUTCOME_EXPORTERS, 200, with_id={"kind": "csv"}),
    # The registry
    "registry:start": fills(IMPORTERS),
    "registry:blank": reads(IMPORTERS),
    "registry:run": reads(RUN_OWNERS),
    "registry:program": sends(RUN_OWNERS),
    "registry:columns": sends(RUN_OWNERS),
    "registry:ask": sends(RUN_OWNERS),
    "registry:emptied": sends(RUN_OWNERS),
    "registry:confirm": sends(RUN_OWNERS),
    "registry:discard": sends(RUN_OWNERS),
    "registry:remarks": reads(RUN_OWNERS),
    # Colleagues’ work
    "duties:colleagues": reads(APPROVERS),
    "duties:unowned": reads(APPROVERS),
    "duties:assign": Row(APPROVERS, 405, post=True, with_id={"kind": "case", "key": 1}),
    # The worker of this world is a volunteer, who sees his own.
    "duties:work": reads(APPROVERS | KEEPERS | {"volunteer"}),
    "duties:substitute": fills(HEAD | {"coordinator", "coordinator_elsewhere", "volunteer"}),
    "duties:end_substitution": Row(
        APPROVERS | KEEPERS | {"volunteer"}, 405, post=True, with_id={"substitution_id": 99_999_999}
    ),
    "duties:call_off": sends(APPROVERS | KEEPERS | {"volunteer"}),
    "duties:pass_on": fills(APPROVERS | KEEPERS | {"volunteer"}),
    # The journal
    "journal:entries": fills(KEEPERS),
    "journal:check": fills(KEEPERS),
    "journal:family": reads(TEAM),
}

# Addresses whose page is missing for everybody in this world, because what they name is not there: links that were
# never made, a second factor nobody has. They are tried for the way they refuse.
ABSENT: dict[str, frozenset[str]] = {
    # No child of this family is away from home, so there is nothing to explain.
    "plans:waive": SIGNED_IN,
    "access:join": ANYBODY,
    "access:setup": ANYBODY,
    "reminders:calendar": ANYBODY,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
}
