"""Keeping the reports of the demonstration: a quarter that was taken, a draft, and words that families let us quote."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.common.dates import add_months
from opora.common.errors import Conflict, Invalid, Refused
from opora.demo.queries import programs
from opora.demo.rules.staff import NEARBY, SUPPORT
from opora.demo.rules.told import BOARD, IN_SHORT, SAID
from opora.papers.actions import record_consent
from opora.pivot.queries import saved_tables
from opora.process.models import Route
from opora.process.policies import is_blocked
from opora.process.queries import place_of
from opora.reports import actions as reports
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About
from opora.reports.models import ComposedReport, ReportBlock
from opora.voice import actions as voice
from opora.voice.models import FamilyQuote
from opora.voice.queries import candidates

_QUARTER: Final = 3


class ReportWriter:
    """The head keeps what two families said; the analyst composes from it."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.head, self.analyst, self.today = actors["head"], actors["analyst"], today

    def write(self) -> None:
        """A quarter of a program, taken once; a page for the board on its way. Once in a home."""
        if ComposedReport.objects.exists():
            return
        quotes = [str(one.pk) for one in self.quotes()]
        known = programs()
        program = known.get(NEARBY) or known.get(SUPPORT)
        begin = self.today.replace(day=1, month=self.today.month - (self.today.month - 1) % _QUARTER)
        quarter = add_months(begin, -_QUARTER), begin - timedelta(days=1)
        if program is not None:
            title = f"{program.name}: отчёт за квартал"
            report = self._begin(About(title, *quarter, program.pk), "quarter")
            self._write(report, IN_SHORT, quotes)
            reports.take(actor=self.analyst, report_id=report.pk, on=self.today)
        draft = self._begin(About(BOARD, begin, self.today), "board")
        self._add(draft, "results", "Чего достигли семьи")
        for table in saved_tables(actor=self.analyst)[:1]:
            self._add(draft, "saved", table.title, saved=str(table.pk))
        self._write(draft, "", quotes)

    def quotes(self) -> list[FamilyQuote]:
        """Of the first family what it wrote in its plan, of the second what it said in a talk; both agreed to it."""
        found: list[FamilyQuote] = []
        for route in self._open():
            place = place_of(actor=self.head, route_id=route.pk)
            written = [one for one in candidates(place=place) if one.source == "plan"]
            if route.case is None or not (written or found):
                continue
            text, concept = (written[0].text, "") if not found else SAID
            source = FamilyQuote.Source.TALK if found else FamilyQuote.Source.PLAN
            person, on = route.case.client_id, self.today
            try:
                made = voice.keep_quote(
                    actor=self.head,
                    route_id=route.pk,
                    person_id=person,
                    text=text,
                    concept=concept,
                    source=source,
                    said_on=on,
                    on=on,
                )
                record_consent(actor=self.head, route_id=route.pk, person_id=person, purpose="publication", on=on)
            except (Invalid, Conflict, Refused):
                continue
            found.append(made)
            if len(found) == 2:
                break
        return found

    def _open(self) -> Iterable[Route]:
        """Open families of support that did not withdraw their consent."""
        cases = Case.objects.filter(is_imported=False, closed_on=None)
        routes = Route.objects.filter(case__in=cases).select_related("case").order_by("pk")
        return (one for one in routes if not is_blocked(one))

    def _begin(self, about: About, preset: str) -> ComposedReport:
        return reports.begin(actor=self.analyst, about=about, preset=preset, on=self.today)

    def _write(self, report: ComposedReport, text: str, quotes: list[str]) -> None:
        """The first words of a report, where somebody wrote them, and at its end what families said."""
        first = ReportBlock.objects.filter(report=report, kind="text").first()
        if text and first is not None:
            content = Content(first.heading, text)
            reports.change_block(actor=self.analyst, block_id=first.pk, content=content, revision=first.revision)
        if quotes:
            self._add(report, "quotes", "Что говорят сами семьи", quotes=quotes)

    def _add(self, report: ComposedReport, kind: str, heading: str, **options: Any) -> None:
        content = Content(heading, options=options)
        reports.add_block(actor=self.analyst, report_id=report.pk, kind=kind, content=content)
