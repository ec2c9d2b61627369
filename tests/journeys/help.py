"""The pages of help: where each is seen filled, by what the demonstration tells and a few records made for them."""

import re
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Locator, Page

from tests.journeys.asking import EXPECTED, SHELTER, SUPPORT, Asking, Shown, remembered
from tests.journeys.desk import visit
from tests.journeys.steps import days_ago, open_case

SIGNAL, COMING, ASKED, MONEY = "signal", "coming", "asked", "money"
"""A family without a case, one that is expected in a centre, one that asked to stay longer, an act about money."""
_ON_PATH = Shown(kind=SIGNAL)
_THERAPIST = Shown("psychologist")

HELP_PAGES: dict[str, Shown] = {
    "services:given": Shown(),
    "services:log": Shown(),
    "services:totals": Shown(),
    "services:several": Shown(),
    "services:several_form": Shown(query="?family=c{case_id}"),
    "services:case": Shown(),
    "services:route": _ON_PATH,
    "services:case_plan": Shown(),
    "services:route_plan": _ON_PATH,
    "services:change": Shown(),
    "services:void_plan": Shown(),
    "stays:list": Shown(),
    "stays:new": Shown(),
    "stays:board": Shown(),
    "stays:waiting": Shown(),
    "stays:case_wait": Shown(),
    "stays:route_wait": _ON_PATH,
    "stays:wait_change": Shown(),
    "stays:wait_answer": Shown(),
    "stays:rooms": Shown(),
    "stays:room_new": Shown(),
    "stays:bed_new": Shown(),
    "stays:bed_remove": Shown(),
    "stays:bed_block": Shown(),
    "stays:bed_unblock": Shown(),
    "stays:duty": Shown(),
    "stays:duty_new": Shown(),
    "stays:duty_correct": Shown(),
    "stays:duty_void": Shown(),
    "stays:hand_over": Shown(),
    "stays:case": Shown(case=SHELTER),
    "stays:case_admit": Shown(query="?place={shelter_id}"),
    "stays:settle": Shown(case=EXPECTED),
    "stays:stay_correct": Shown(case=EXPECTED),
    "stays:stay_void": Shown(case=EXPECTED),
    "stays:route": _ON_PATH,
    "stays:route_admit": _ON_PATH,
    "stays:admission": Shown(),
    "stays:act": Shown(),
    "stays:correct": Shown(),
    "stays:mend": Shown(),
    "stays:void": Shown(),
    "stays:arrive": Shown(kind=COMING),
    "stays:call_off": Shown(kind=COMING),
    "stays:ask": Shown(),
    "stays:decide": Shown(kind=ASKED),
    "stays:move": Shown(),
    "stays:away": Shown(),
    "stays:join": Shown(),
    "stays:one_leaves": Shown(),
    "stays:exit": Shown(),
    "stays:exit_day": Shown(),
    "stays:issue_new": Shown(),
    "stays:ready": Shown(),
    "stays:depart": Shown(),
    "stays:routine": Shown(),
    "stays:routine_write": Shown(),
    "stays:routine_mark": Shown(),
    "stays:skills": Shown(),
    "stays:skill_new": Shown(),
    "stays:skills_rate": Shown(),
    "goods:stock": Shown(),
    "goods:movements": Shown(),
    "goods:bring_in": Shown(),
    "goods:receive": Shown(),
    "goods:waiting": Shown(),
    "goods:handouts": Shown(),
    "goods:handout_new": Shown(),
    "goods:handout": Shown(),
    "goods:handout_change": Shown(),
    "goods:handout_families": Shown(),
    "goods:handout_sheet": Shown(),
    "goods:handout_close": Shown(),
    "goods:counts": Shown(),
    "goods:begin_count": Shown(),
    "goods:count": Shown(),
    "goods:close_count": Shown(),
    "goods:call_off_count": Shown(),
    "goods:appeals": Shown(),
    "goods:appeal_new": Shown(),
    "goods:appeal_answer": Shown(),
    "goods:appeal_void": Shown(),
    "goods:donors": Shown(),
    "goods:money_donated": Shown(),
    "goods:lists": Shown(),
    "goods:keep": Shown(kind="good"),
    "goods:given": Shown(),
    "goods:needs": Shown(),
    "goods:end_need": Shown(),
    "goods:act": Shown(kind=MONEY),
    "goods:take_back": Shown(),
    "goods:correct": Shown(kind=MONEY),
    "goods:attach": Shown(kind=MONEY),
    "goods:returned": Shown(),
    "goods:prove": Shown(kind=MONEY),
    "goods:good": Shown(),
    "goods:write_off": Shown(),
    "goods:move": Shown(),
    "goods:sort": Shown(),
    "goods:case": Shown(),
    "goods:case_give": Shown(),
    "goods:case_money": Shown(),
    "goods:case_need": Shown(),
    "goods:route": _ON_PATH,
    "goods:route_give": _ON_PATH,
    "goods:route_money": _ON_PATH,
    "goods:route_need": _ON_PATH,
    "notes:list": _THERAPIST,
    "notes:case": _THERAPIST,
    "notes:route": _THERAPIST,
    "notes:note": _THERAPIST,
    "notes:correct": _THERAPIST,
    "notes:readers": _THERAPIST,
    "notes:void": _THERAPIST,
    "notes:left": Shown(),
    "notes:hand_on": Shown(),
    "reports:case_sheet": Shown(),
    "reports:route_sheet": _ON_PATH,
    "voice:case_quotes": Shown(),
    "voice:route_quotes": _ON_PATH,
    "voice:case_quote_new": Shown(),
    "voice:route_quote_new": _ON_PATH,
    "circumstances:list": Shown(),
    "circumstances:case": Shown(),
    "circumstances:route": _ON_PATH,
    "results:list": Shown(),
    "results:case": Shown(),
    "results:route": _ON_PATH,
    "network:list": Shown(),
    "network:case": Shown(),
    "network:case_add": Shown(),
    "network:case_talk": Shown(),
    "network:case_compare": Shown(),
    "network:case_genogram": Shown(),
    "network:case_relative": Shown(),
    "network:case_bond": Shown(),
    "network:case_link": Shown(),
    "network:route": _ON_PATH,
    "network:route_add": _ON_PATH,
    "network:route_talk": _ON_PATH,
    "network:route_compare": _ON_PATH,
    "network:route_genogram": _ON_PATH,
    "network:route_relative": _ON_PATH,
    "network:route_bond": _ON_PATH,
    "network:route_link": _ON_PATH,
    "network:member": Shown(),
    "network:map": Shown(),
    "network:confirm": Shown(),
    "network:talk": Shown(),
    "network:case_need": Shown(),
    "network:route_need": _ON_PATH,
    "network:need": Shown(),
    "groups:list": Shown(),
    "groups:new": Shown(),
    "groups:group": Shown(),
    "groups:journal": Shown(),
    "groups:change": Shown(),
    "groups:void": Shown(),
    "groups:session_new": Shown(),
    "groups:session_change": Shown(),
    "groups:families": Shown(),
    "groups:case_join": Shown(),
    "groups:route_join": _ON_PATH,
    "groups:leave": Shown(),
    "groups:sheet": Shown(),
    "groups:guest": Shown(),
    "groups:agree": Shown(),
    "groups:make_task": Shown(),
    "groups:case": Shown(),
    "groups:route": _ON_PATH,
    "groups:case_choose": Shown(),
    "groups:route_choose": _ON_PATH,
    "groups:guest_change": Shown(),
    "groups:agreed_change": Shown(),
}
HELP = tuple(sorted({f"{name.partition(':')[0]}:" for name in HELP_PAGES}))

# They take forms, or lead on to the sheet on which everything is recorded.
HELP_NO_PAGES = frozenset(
    {
        "services:case_deliver",
        "services:route_deliver",
        "services:stop",
        "stays:case_longer",
        "stays:case_leave",
        "stays:take_over",
        "stays:settle_issue",
        "goods:hand_out",
        "goods:put_back",
        "goods:need",
        "circumstances:case_record",
        "circumstances:route_record",
        "results:case_record",
        "results:route_record",
        "results:answer",
        "network:remove",
        "network:unlink",
        "network:need_remove",
        "groups:remove",
        "groups:session_remove",
    }
)


class HelpPlaces(Asking):
    """Fills the places of addresses of help."""

    def plan(self) -> dict[str, int]:
        """A plan in force on the path of a case: the pages of plans draw it up."""
        raise NotImplementedError

    def help(self, name: str, place: str) -> Any:
        """What stands in this place of the address."""
        shown = HELP_PAGES[name]
        room = name.partition(":")[0]
        if room == "notes":
            return self.notes()[place]
        if room == "groups" and place != "route_id":
            return self.groups()[place]
        if place == "route_id":
            return self.path_without_case()
        if place == "kind":
            return shown.kind
        if shown.kind == COMING:
            return self.coming()[place]
        if shown.kind == ASKED:
            return self.asked()[place]
        if shown.kind == MONEY:
            return self.money()[place]
        if name in {"stays:settle", "stays:stay_correct", "stays:stay_void"}:
            return self.homeless()[place]
        if name == "stays:case_admit" and place == "case_id":
            return self.case(SUPPORT)
        found = {"services": self.services, "stays": self.stays, "goods": self.goods}.get(room, self.lives)
        return found()[place]

    @remembered
    def path_without_case(self) -> int:
        """A family whose signal was heard only now."""
        signal = self._first("/signals/", r"/signals/(\d+)/")
        return self._first(f"/signals/{signal}/", r"/routes/(\d+)/")

    @remembered
    def services(self) -> dict[str, int]:
        """A family with a service that was given and one that is planned."""
        case = self.case(SUPPORT)
        visit(self.page, f"/services/several/record/?family=c{case}")
        self.page.locator("#id_service_id").select_option(index=1)
        self.page.locator("#id_minutes").fill("45")
        _save(self.page, r"/services/$")
        visit(self.page, f"/cases/{case}/services/plan/")
        self.page.locator("#id_service_id").select_option(index=2)
        self.page.locator("#id_times").fill("6")
        _save(self.page, rf"/cases/{case}/services/$")
        return {"case_id": case, "planned_id": self._first(f"/cases/{case}/services/", r"/services/planned/(\d+)/")}

    @remembered
    def stays(self) -> dict[str, Any]:
        """A centre at work, and a family that lives there and prepares to leave."""
        shelter = self._first("/stays/", r'"/stays/(\d+)/"')
        rooms = f"/stays/{shelter}/rooms/"
        bed = self._first(rooms, r"/stays/beds/(\d+)/block/")
        living = self._living(shelter)
        leaving = next(one for one in living if "/settle/" in self._text(f"/stays/admissions/{one}/exit/"))
        page = f"/stays/admissions/{leaving}/"
        return {
            "case_id": self._first(page, r"/cases/(\d+)/"),
            "shelter_id": shelter,
            "room_id": self._first(rooms, r"/stays/rooms/(\d+)/bed/"),
            "bed_id": bed,
            "use_id": self._out_of_use(rooms, bed),
            "admission_id": leaving,
            "waiting_id": self._waiting(),
            "lodger_id": self._first(page, rf"{page}leaves/(\d+)/"),
            "mended": "issue",
            "mended_id": self._first(f"{page}exit/", r"/stays/records/issue/(\d+)/correct/"),
            "duty_id": self._first(f"/stays/{shelter}/duty/", r"/stays/shifts/(\d+)/correct/"),
        }

    def _living(self, shelter: int) -> list[int]:
        """Who lives in a centre today."""
        return _numbers(self._text(f"/stays/{shelter}/"), r"/stays/admissions/(\d+)/")

    def _waiting(self) -> int:
        """A family that waits for a place."""
        case = open_case(self.page, on=days_ago(1), department="1 ЕФО КЦ", manager="Нина Котова")
        visit(self.page, f"/cases/{case}/stays/wait/")
        self.page.locator("[name=urgency][value=days]").check(force=True)
        _save(self.page, rf"/cases/{case}/stays/$")
        return self._first(f"/cases/{case}/stays/", r"/stays/waiting/(\d+)/change/")

    def _out_of_use(self, rooms: str, bed: int) -> int:
        """A bed that waits for its repair."""
        if not re.search(r"/stays/blocks/\d+/end/", self._text(rooms)):
            visit(self.page, f"/stays/beds/{bed}/block/")
            self.page.locator("#id_from_on").fill((date.today() + timedelta(days=400)).isoformat())
            self.page.locator("#id_why").fill("Ремонт")
            _save(self.page, rf"{rooms}$")
        return self._first(rooms, r"/stays/blocks/(\d+)/end/")

    @remembered
    def homeless(self) -> dict[str, int]:
        """A family of which nobody said where in the centre it lives."""
        case = open_case(self.page, on=days_ago(1), department="1 ЕФО КЦ", manager="Нина Котова")
        visit(self.page, f"/cases/{case}/stay/begin/")
        _save(self.page, rf"/cases/{case}/stay/$")
        return {"case_id": case, "stay_id": self._first(f"/cases/{case}/stays/", r"/stays/(\d+)/place/")}

    @remembered
    def coming(self) -> dict[str, int]:
        """A family for which beds are kept."""
        case = open_case(self.page, on=days_ago(1), department="1 ЕФО КЦ", manager="Нина Котова")
        visit(self.page, f"/cases/{case}/stays/admit/?place={self.stays()['shelter_id']}")
        self.page.locator("#id_on").fill((date.today() + timedelta(days=1)).isoformat())
        self.page.locator("#id_reason").select_option(index=1)
        _save(self.page, rf"/cases/{case}/stays/$")
        return {"admission_id": self._first(f"/cases/{case}/stays/", r"/stays/admissions/(\d+)/arrive/")}

    @remembered
    def asked(self) -> dict[str, int]:
        """A family whose case manager asked for a longer stay."""
        manager = self.desk.open("manager.kc")
        for one in self._living(self.stays()["shelter_id"]):
            answer = manager.request.get(f"/stays/admissions/{one}/extend/")
            if answer.ok:
                visit(manager, f"/stays/admissions/{one}/extend/")
                manager.locator("#id_until").fill((date.today() + timedelta(days=200)).isoformat())
                manager.locator("#id_reason").fill("Жильё ещё не готово")
                _save(manager, rf"/stays/admissions/{one}/$")
                return {"admission_id": one}
        raise AssertionError("No family of this case manager lives in the centre")

    @remembered
    def goods(self) -> dict[str, int]:
        """A shelf with a count under way, and a family that was given something and needs more."""
        given = _numbers(self._text("/goods/given/"), r"/cases/(\d+)/goods/")
        case = next(one for one in given if "/end/" in self._text(f"/cases/{one}/goods/"))
        at = f"/cases/{case}/goods/"
        good, lot = self._heap()
        visit(self.page, "/goods/counts/begin/")
        place = self.page.locator("#id_place_id")
        if not place.input_value():
            place.select_option(index=1)
        _save(self.page, r"/goods/counts/\d+/$")
        count = int(re.findall(r"\d+", self.page.url)[-1])
        return {
            "case_id": case,
            "hand_out_id": self._hand_out(),
            "appeal_id": self._appeal(),
            "good_id": good,
            "lot_id": lot,
            "need_id": self._first(at, r"/goods/needs/(\d+)/end/"),
            "issue_id": self._first(at, r"/goods/acts/(\d+)/"),
            "count_id": count,
        }

    def _hand_out(self) -> int:
        """A hand-out of a kit, planned today."""
        visit(self.page, "/goods/handouts/new/")
        self.page.locator("#id_name").fill("Наборы к празднику")
        for name in ("place_id", "what_0"):
            self.page.locator(f"#id_{name}").select_option(index=1)
        self.page.locator("#id_quantity_0").fill("1")
        _save(self.page, r"/goods/handouts/\d+/families/$")
        return int(re.findall(r"\d+", self.page.url)[-1])

    def _appeal(self) -> int:
        """Somebody was asked for what families need."""
        visit(self.page, "/goods/appeals/new/")
        self.page.locator("#id_what").fill("Коляски к зиме")
        self.page.locator("#id_whom").fill("Фонд помощи")
        _save(self.page, r"/goods/appeals/$")
        return self._first("/goods/appeals/", r"/goods/appeals/(\d+)/answer/")

    def _heap(self) -> tuple[int, int]:
        """A good that lies on a shelf, with its lot."""
        for good in _numbers(self._text("/goods/"), r'"/goods/(\d+)/"'):
            lots = _numbers(self._text(f"/goods/{good}/"), r"/goods/lots/(\d+)/sort/")
            if lots:
                return good, lots[0]
        raise AssertionError("The warehouse is empty")

    @remembered
    def money(self) -> dict[str, int]:
        """An act about money, which somebody is to account for."""
        case = self.goods()["case_id"]
        visit(self.page, f"/cases/{case}/goods/money/")
        _choose(self.page.locator("[name=kind][value=money]"))
        self.page.locator("#id_amount").fill("3000")
        self.page.locator("#id_purpose").fill("Анализы ребёнку")
        self.page.locator("#id_basis").select_option(index=1)
        _save(self.page, r"/goods/(acts/\d+/)?$")
        acts = _numbers(self._text(f"/cases/{case}/goods/"), r"/goods/acts/(\d+)/")
        return {"issue_id": max(acts)}

    @remembered
    def notes(self) -> dict[str, int]:
        """What a psychologist wrote down for nobody else, of a family whose team she belongs to."""
        therapist = self.desk.open("psychologist", "/cases/?state=open")
        case = _numbers(therapist.content(), r'"/cases/(\d+)/"')[0]
        visit(therapist, f"/cases/{case}/notes/")
        _choose(therapist.locator("[name=kind]").first)
        therapist.locator("#id_text").fill("Говорили о страхах, договорились о следующей встрече")
        _save(therapist, rf"/cases/{case}/notes/$")
        written = _numbers(therapist.request.get(f"/cases/{case}/notes/").text(), r"/notes/(\d+)/")
        return {"case_id": case, "route_id": self.route(case), "note_id": written[0]}

    @remembered
    def groups(self) -> dict[str, int]:
        """A network meeting of today to which a mother came, and what was agreed there."""
        case, today = self.case(SUPPORT), date.today().isoformat()
        self.plan()
        visit(self.page, "/groups/new/")
        self.page.locator("#id_title").fill("Сетевая встреча в отделе")
        self.page.locator("#id_kind").select_option(value="network")
        self.page.locator("#id_from_on").fill(today)
        _choose(self.page.locator("[name=leader_ids]").first)
        self.page.locator("#id_department_id").select_option(label="1 ЕФО МР")
        _save(self.page, r"/groups/\d+/$")
        group = int(re.findall(r"\d+", self.page.url)[-1])
        visit(self.page, f"/groups/{group}/meetings/new/")
        self.page.locator("#id_on").fill(today)
        self.page.locator("#id_times").fill("1")
        _save(self.page, rf"/groups/{group}/$")
        visit(self.page, f"/cases/{case}/groups/{group}/join/")
        _choose(self.page.locator("[name=person_ids]").first)
        self.page.locator("#id_on").fill(today)
        _save(self.page, rf"/groups/{group}/")
        at = f"/groups/{group}/"
        session = self._first(at, r"/groups/meetings/(\d+)/")
        visit(self.page, f"/groups/meetings/{session}/agreed/")
        self.page.locator("#id_about").select_option(index=0)
        self.page.locator("#id_text").fill("Бабушка забирает из сада по средам")
        _save(self.page, r"/groups/(meetings/)?\d+/(#.*)?$")
        visit(self.page, f"/groups/meetings/{session}/guest/")
        self.page.locator("#id_about").select_option(index=0)
        self.page.locator("#id_words").fill("Соседка по площадке")
        _save(self.page, r"/groups/(meetings/)?\d+/(#.*)?$")
        return {
            "case_id": case,
            "guest_id": self._first(at, r"/groups/guests/(\d+)/"),
            "group_id": group,
            "session_id": session,
            "participant_id": self._first(at, r"/groups/people/(\d+)/leave/"),
            "commitment_id": self._first(at, r"/groups/agreed/(\d+)/task/"),
        }

    @remembered
    def lives(self) -> dict[str, int]:
        """A family of which it is told who stands around it, and what changed in its life."""
        for case in _numbers(self._text("/network/"), r"/cases/(\d+)/network/"):
            circle = self._text(f"/cases/{case}/network/")
            maps = _numbers(circle, r"/network/maps/(\d+)/")
            talks = _numbers(circle, r"/network/talks/(\d+)/")
            if len(maps) > 1 and talks:
                members = _numbers(circle, r"/network/members/(\d+)/")
                need = self._need(case)
                ids = {"around_id": members[0], "map_id": maps[0], "talk_id": talks[0], "need_id": need}
                return {"case_id": case, **ids}
        raise AssertionError("Nobody in the demonstration has two maps and a talk")

    def _need(self, case: int) -> int:
        """What a family must ask of others."""
        visit(self.page, f"/cases/{case}/network/need/")
        self.page.locator("#id_text").fill("Место в саду рядом с домом")
        _save(self.page, rf"/cases/{case}/network/$")
        return self._first(f"/cases/{case}/network/", r"/network/needs/(\d+)/")


def _numbers(text: str, pattern: str) -> list[int]:
    return list(dict.fromkeys(int(found) for found in re.findall(pattern, text)))


def _choose(choice: Locator) -> None:
    choice.check(force=True)


def _save(page: Page, leads_to: str) -> None:
    page.locator("main form .btn.primary").last.click()
    page.wait_for_url(re.compile(leads_to))
