"""Help given in bulk: groups, letters, notes, referrals, votes, changes of a life, maps, shifts, appeals, counts.

Each family had its share over the whole time of its work, so that every table grows with the house; what still waits is
as much for each worker in a small house as in a large one.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection

from opora.common.dates import now
from opora.families.sealing import sealed_field
from opora.notes.models import ConfidentialNote
from opora.partners.models import Partner
from opora.stays.models import DutyNote

_OPENED_BEFORE = timedelta(days=4_000)

# reads: cases_case, circumstances_lifechange, correspondence_officialletter, councils_ballot, councils_panelseat,
# reads: goods_appeal, goods_reservation, goods_stockcount, goods_stockplace, groups_group, groups_mark,
# reads: groups_participant, groups_session, network_networkrecord, notes_confidentialnote, partners_onwardreferral,
# reads: process_route, stays_dutynote, stays_shelter
_STATEMENTS = (
    # One group of twenty families, with five sessions to which nearly everybody came.
    """
    WITH families AS (
        SELECT r.id, r.department_id, r.program_id, r.worker_id, r.started_on, c.client_id,
               (row_number() OVER (ORDER BY r.id) - 1) / 20 AS turn
        FROM process_route r JOIN cases_case c ON c.id = r.case_id WHERE r.case_id = ANY(%(cases)s)
    ), made AS (
        INSERT INTO groups_group
            (title, kind, department_id, program_id, place, from_on, until_on, threshold, by_id, recorded_at)
        SELECT 'Группа ' || min(id), 'program', min(department_id), min(program_id), '', min(started_on),
               CASE WHEN turn %% 10 > 0 THEN min(started_on) + 60 END, 80, min(worker_id), %(now)s
        FROM families GROUP BY turn RETURNING id, title, from_on
    ), grouped AS (
        SELECT f.*, m.id AS group_id, m.from_on
        FROM families f JOIN (SELECT turn, 'Группа ' || min(id) AS title FROM families GROUP BY turn) t USING (turn)
        JOIN made m USING (title)
    ), joined AS (
        INSERT INTO groups_participant (by_id, recorded_at, route_id, group_id, person_id, joined_on)
        SELECT worker_id, %(now)s, id, group_id, client_id, from_on FROM grouped RETURNING id, group_id
    ), held AS (
        INSERT INTO groups_session (group_id, "on", minutes, is_held, heads)
        SELECT id, from_on + turn * 7, 60, true, 0 FROM made CROSS JOIN generate_series(1, 5) turn
        RETURNING id, group_id
    )
    INSERT INTO groups_mark (session_id, participant_id, state)
    SELECT h.id, j.id, CASE WHEN (h.id + j.id) %% 6 > 0 THEN 'came' ELSE 'absent' END
    FROM held h JOIN joined j USING (group_id)
    """,
    """
    INSERT INTO correspondence_officialletter
        (by_id, recorded_at, route_id, direction, kind, number, their_number, partner_id, "on", asked_by, basis,
         answer_due_on, sent_on, result, closed_on, revision)
    SELECT worker_id, %(now)s, id, 'out', 'request', 'B-' || id, '', %(partner)s, started_on, 'staff', 'request',
           started_on + 30, started_on, CASE WHEN id %% 40 > 0 THEN 'granted' ELSE '' END,
           CASE WHEN id %% 40 > 0 THEN started_on + 20 END, 1
    FROM process_route WHERE case_id = ANY(%(cases)s)
    """,
    """
    INSERT INTO notes_confidentialnote (by_id, recorded_at, route_id, kind, "on", text)
    SELECT worker_id, %(now)s, id, 'legal', started_on, %(note)s
    FROM process_route WHERE case_id = ANY(%(cases)s)
    """,
    """
    INSERT INTO partners_onwardreferral
        (route_id, partner_id, has_consent, handed_on, follow_up_on, outcome, confirmed_on, by_id)
    SELECT id, %(partner)s, false, started_on, started_on + 14,
           CASE WHEN id %% 40 > 0 THEN 'received' ELSE 'unknown' END,
           CASE WHEN id %% 40 > 0 THEN started_on + 14 END, worker_id
    FROM process_route WHERE case_id = ANY(%(cases)s)
    """,
    """
    WITH votes AS (
        INSERT INTO councils_ballot
            (by_id, recorded_at, route_id, kind, is_secret, quorum, chair_id, criteria, opened_on, closes_on, closed_at,
             closed_on, closed_by_id, result, ground, number)
        SELECT worker_id, %(now)s, id, 'open_case', false, 1, worker_id, '{}', started_on, started_on + 3, %(now)s,
               started_on + 2, worker_id, 'open', 'majority', id
        FROM process_route WHERE case_id = ANY(%(cases)s) AND worker_id IS NOT NULL RETURNING id, chair_id
    )
    INSERT INTO councils_panelseat (ballot_id, user_id) SELECT id, chair_id FROM votes
    """,
    """
    INSERT INTO circumstances_lifechange
        (by_id, recorded_at, route_id, kind, item, value, number, rated_by, "on", is_newest)
    SELECT worker_id, %(now)s, id, 'income', '', '', 10000 * turn, '',
           started_on + (coalesce(ended_on, %(today)s::date) - started_on) * turn / 3, turn = 3
    FROM process_route CROSS JOIN generate_series(1, 3) turn WHERE case_id = ANY(%(cases)s)
    """,
    """
    INSERT INTO network_networkrecord (by_id, recorded_at, route_id, kind, "on")
    SELECT worker_id, %(now)s, id, 'map', started_on FROM process_route WHERE case_id = ANY(%(cases)s)
    """,
    # Shifts of the centres over all their years, a quarter of a note for each family of the house.
    """
    INSERT INTO stays_dutynote (by_id, recorded_at, shelter_id, "on", shift, kind, weight, text)
    SELECT NULL, %(now)s, s.id, %(first)s::date + (n * 7919 %% (%(today)s::date - %(first)s::date))::int, 'day', 'note',
           '', %(shift)s
    FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many FROM stays_shelter) s
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM cases_case WHERE id = ANY(%(cases)s) AND id %% 4 = 0) c
      ON c.n %% s.many = s.place
    """,
    """
    INSERT INTO goods_appeal (by_id, recorded_at, what, way, asked_on, state, answered_on)
    SELECT NULL, %(now)s, 'Коляска ' || id, 'call', opened_on, 'received', opened_on + 3
    FROM cases_case WHERE id = ANY(%(cases)s) AND id %% 10 = 0
    """,
    """
    INSERT INTO goods_stockcount (place_id, began_on, began_at, closed_on, is_called_off)
    SELECT p.id, c.opened_on, %(now)s, c.opened_on, false
    FROM cases_case c CROSS JOIN (SELECT min(id) AS id FROM goods_stockplace) p
    WHERE c.id = ANY(%(cases)s) AND c.id %% 50 = 0
    """,
    """
    INSERT INTO goods_reservation (by_id, recorded_at, route_id, place_id, made_on, until_on, "end", ended_on)
    SELECT r.worker_id, %(now)s, r.id, p.id, r.started_on, r.started_on + 7, 'released', r.started_on + 7
    FROM process_route r CROSS JOIN (SELECT min(id) AS id FROM goods_stockplace) p WHERE r.case_id = ANY(%(cases)s)
    """,
)


class HelpFiller:
    """Writes down what else was done for families; one partner answers all letters."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self.partner = Partner.objects.create(name="Комиссия по делам несовершеннолетних", kind="commission")
        self._note = sealed_field(ConfidentialNote, "text").get_prep_value("Разговор о документах на жильё")
        self._shift = sealed_field(DutyNote, "text").get_prep_value("Ночь прошла спокойно")

    def give(self, case_ids: Sequence[int]) -> None:
        """What these families were helped with."""
        values: dict[str, Any] = {
            "cases": list(case_ids),
            "now": now(),
            "today": self.today,
            "first": self.today - _OPENED_BEFORE,
            "partner": self.partner.pk,
            "note": self._note,
            "shift": self._shift,
        }
        with connection.cursor() as cursor:
            for statement in _STATEMENTS:
                cursor.execute(statement, values)
