"""Whatever figures rest on marks the days on which it counts: what was counted of other days still holds (0033).

A mark is a line of its own: whoever records something waits for nobody.
"""

from django.db import migrations, models

END = "DATE '9999-12-31'"
EVER = f"SELECT DATE '0001-01-01', {END} FROM changed"
ON = 'SELECT "on", "on" FROM changed'

# What figures ask for, mark by mark: the name of the mark, the table with its key, which of its columns matter, and of
# which days its facts are. A state that lasts is asked for on any later day.
# reads: assessments_assessment, cases_case, cases_closing, cases_followup, cases_followupchild, cases_followupcontact,
# reads: cases_stay, catalogue_service, circumstances_lifechange, correspondence_agreement, correspondence_jointmeeting,
# reads: correspondence_officialletter, evidence_casefact, evidence_childfact, goods_good, goods_issue, goods_issueline,
# reads: groups_group, groups_homeworkresult, groups_mark, groups_participant, groups_session,
# reads: instruments_instrumentversion, intake_aiditem, intake_referral, intake_urgentaid, network_networkrecord,
# reads: network_networktie, plans_goal, plans_plan, plans_task, process_paper, process_route, process_routestep,
# reads: services_plannedservice, services_provision, stays_admission, stays_beduse, stays_lodger, stays_routinemark,
# reads: voice_followercount, voice_publicpiece, voice_voicechannel, volunteers_helper
OF_CASE = """
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id"""
OF_VISIT = """
SELECT day, day FROM ({visits}) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)"""
OF_MEETING = 'SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON '
OF_ACT = """
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN {table} act ON act.id = changed.reverses_id"""
# The day in the house's own zone is this one, the one before or the one after.
RECEIVED = "received_at AT TIME ZONE 'UTC'"
# Aid that was given to the family of whoever signs: whether it led to a contract.
OF_AID = """
SELECT act.given_on, act.given_on
  FROM changed
  JOIN process_route signing ON signing.id = changed.route_id
  LEFT JOIN cases_case its ON its.id = signing.case_id
 CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT id FROM process_route WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS routes,
           ARRAY(SELECT id FROM cases_case WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS cases
 ) family
 CROSS JOIN LATERAL (
    SELECT given_on FROM goods_issue WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM intake_urgentaid WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN goods_issue given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN intake_urgentaid given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
 ) act
 WHERE changed.kind = 'contract'"""
AFTER_SIGNAL = """
SELECT given."on", given."on" FROM changed JOIN process_route path ON path.id = changed.route_id
  JOIN services_provision given ON given.route_id = path.id OR given.case_id = path.case_id"""
MEETINGS = """
 UNION ALL SELECT other."on", other."on" FROM changed JOIN services_provision other ON other.origin = changed.origin
 WHERE changed.origin <> ''"""
OF_PLAN = f"""
SELECT least(begun_on, (SELECT MIN(task.due_on) FROM plans_task task WHERE task.plan_id = changed.id)), {END}
  FROM changed"""
OF_ADMISSION = f"""
SELECT least((SELECT MIN(lodger.from_on) FROM stays_lodger lodger WHERE lodger.admission_id = changed.id),
             (SELECT MIN(mark."on") FROM stays_routinemark mark WHERE mark.admission_id = changed.id)), {END}
  FROM changed"""
MARKS = (
    ("assessments_assessment", "id, case_id, ratings, critical, applicable, rated, point, version_id", OF_CASE),
    ("cases_closing", "id, case_id, reopened_on, goals_achieved, goals_total", OF_CASE),
    ("cases_followup", "id, months, due_on, done_on, cancelled_at, case_id", OF_VISIT.format(visits="TABLE changed")),
    (
        "cases_followupcontact",
        'id, "on", result, family_state, follow_up_id',
        OF_VISIT.format(visits="SELECT seen.* FROM changed JOIN cases_followup seen ON seen.id = changed.follow_up_id"),
    ),
    (
        "cases_followupchild",
        "id, safety, person_id, contact_id",
        OF_VISIT.format(
            visits="SELECT seen.* FROM changed JOIN cases_followupcontact contact ON contact.id = changed.contact_id"
            " JOIN cases_followup seen ON seen.id = contact.follow_up_id"
        ),
    ),
    ("cases_stay", "id, from_on, left_on, case_id", f"SELECT from_on, {END} FROM changed"),
    ("catalogue_service", "id, direction_id", EVER),
    (
        "circumstances_lifechange",
        'id, voided_on, kind, value, "on", case_id, person_id, route_id',
        f"SELECT \"on\", {END} FROM changed WHERE kind IN ('housing', 'stage_of_change')",
    ),
    (
        "correspondence_agreement",
        "id, voided_on, signed_on, until_on, ended_on",
        f"SELECT signed_on, {END} FROM changed",
    ),
    ("correspondence_jointmeeting", 'id, voided_on, "on"', ON),
    (
        "correspondence_officialletter",
        'id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id,'
        " route_id",
        "SELECT sent_on, sent_on FROM changed UNION ALL SELECT closed_on, closed_on FROM changed",
    ),
    (
        "evidence_casefact",
        "case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children,"
        " children_known, children_kept, is_palliative",
        "SELECT closed_on, closed_on FROM changed",
    ),
    (
        "evidence_looks",
        "case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative",
        "SELECT follow_up_due_on, follow_up_due_on FROM changed UNION ALL SELECT visit.due_on, visit.due_on"
        " FROM changed JOIN cases_followup visit ON visit.case_id = changed.case_id",
    ),
    (
        "evidence_reviews",
        "case_id, opened_on, review_due_on, closed_on IS NULL AS is_open",
        f"SELECT opened_on, {END} FROM changed WHERE is_open AND review_due_on IS NOT NULL",
    ),
    (
        "evidence_childfact",
        "id, person_id, closed_on, what, home, later_on, later_home, case_id",
        "SELECT day, day FROM changed LEFT JOIN evidence_casefact fact ON fact.case_id = changed.case_id"
        " CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)",
    ),
    ("goods_good", "id, category", EVER),
    (
        "goods_issue",
        "id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id",
        OF_ACT.format(table="goods_issue"),
    ),
    (
        "goods_issueline",
        "id, quantity, good_id, issue_id",
        "SELECT given_on, given_on FROM changed JOIN goods_issue act ON act.id = changed.issue_id",
    ),
    ("groups_group", "id, kind, program_id, department_id", f"{OF_MEETING} meeting.group_id = changed.id"),
    (
        "groups_homeworkresult",
        "id, voided_on, state, case_id, route_id, session_id",
        f"{OF_MEETING} meeting.id = changed.session_id",
    ),
    ("groups_mark", "id, state, participant_id, session_id", f"{OF_MEETING} meeting.id = changed.session_id"),
    (
        "groups_participant",
        "id, voided_on, case_id, person_id, route_id",
        f"{OF_MEETING} meeting.id IN (SELECT session_id FROM groups_mark mark WHERE mark.participant_id = changed.id)",
    ),
    ("groups_session", 'id, "on", is_held, heads, group_id', ON),
    ("instruments_instrumentversion", "id, definition", EVER),
    (
        "intake_aiditem",
        "id, kind, quantity, aid_id",
        "SELECT given_on, given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.aid_id",
    ),
    (
        "intake_referral",
        "id, received_at, channel, source, outcome, decided_on, route_id",
        f"SELECT ({RECEIVED})::date - 1, ({RECEIVED})::date + 1 FROM changed",
    ),
    (
        "intake_urgentaid",
        "id, voided_on, given_on, case_id, route_id, reverses_id",
        OF_ACT.format(table="intake_urgentaid"),
    ),
    (
        "network_networkrecord",
        'id, voided_on, kind, "on", case_id, route_id',
        f"SELECT \"on\", {END} FROM changed WHERE kind = 'map'",
    ),
    (
        "network_networktie",
        "id, kind, member_id, record_id",
        f'SELECT map."on", {END} FROM changed JOIN network_networkrecord map ON map.id = changed.record_id',
    ),
    ("plans_goal", "id, section, state, set_on, decided_on, plan_id", f"SELECT set_on, {END} FROM changed"),
    ("plans_plan", "id, track, threshold, begun_on, agreed_on, route_id", OF_PLAN),
    ("plans_task", "id, member_id IS NULL, state, due_on, ended_on, plan_id", "SELECT due_on, due_on FROM changed"),
    ("process_paper", 'id, kind, "on", route_id', OF_AID),
    (
        "plans_ended",
        "id, ended_on",
        f"SELECT ended_on, {END} FROM changed WHERE id IN (SELECT route_id FROM plans_plan)",
    ),
    (
        "process_route",
        "id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END",
        "SELECT started_on, started_on FROM changed UNION ALL SELECT ended_on, ended_on FROM changed",
    ),
    ("process_routestep", 'id, route_id, "on", waited, from_stage, to_stage, action, is_override', ON),
    (
        "services_plannedservice",
        "id, voided_on, times, until_on, ended_on, case_id, route_id, service_id",
        "SELECT least(until_on, ended_on), least(until_on, ended_on) FROM changed",
    ),
    (
        "services_provision",
        'id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id',
        f"{ON} WHERE state = 'held' {MEETINGS}",
    ),
    ("stays_admission", "id, stay_id, case_id, reason", OF_ADMISSION),
    ("stays_beduse", "id, kind, from_on, released_on, lodger_id", f"SELECT from_on, {END} FROM changed"),
    ("stays_lodger", "id, part, from_on, left_on, admission_id, person_id", f"SELECT from_on, {END} FROM changed"),
    ("stays_routinemark", 'id, "on", mark, admission_id', ON),
    ("voice_followercount", 'id, "on", followers, channel_id', f'SELECT "on", {END} FROM changed'),
    ("voice_publicpiece", 'id, voided_on, kind, "on", part', ON),
    ("voice_voicechannel", "id", EVER),
    ("volunteers_helper", "id, voided_on, kind, giver, joined_on", "SELECT joined_on, joined_on FROM changed"),
)
# A mark of one table that a change of another makes, too.
OTHERS = (
    ("services_provision", "intake_referral", "id, received_at, route_id", AFTER_SIGNAL),
    (
        "services_plannedservice",
        "services_provision",
        'id, planned_id, state, voided_on, "on"',
        "SELECT least(wanted.until_on, wanted.ended_on), least(wanted.until_on, wanted.ended_on) FROM changed"
        " JOIN services_plannedservice wanted ON wanted.id = changed.planned_id",
    ),
)
# What a fact or a path tells of other days than its own.
TABLES = {
    "evidence_looks": "evidence_casefact",
    "evidence_reviews": "evidence_casefact",
    "plans_ended": "process_route",
}


def _marking(source: str, table: str, columns: str, days: str) -> str:
    """The triggers of one mark: of what a statement changed, once for the statement; of many days one stretch."""
    name = f"indicators_mark_{source}" + ("" if table == TABLES.get(source, source) else "_too")

    def put(changed: str) -> str:
        return f"""
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ({changed}),
        days(first, last) AS (SELECT DISTINCT * FROM ({days}) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT '{source}', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT '{source}', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;"""

    was, now = f"SELECT {columns} FROM was", f"SELECT {columns} FROM now"
    both = f"({was} EXCEPT {now}) UNION ALL ({now} EXCEPT {was})"
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN {put(now)}
    ELSIF TG_OP = 'DELETE' THEN {put(was)}
    ELSE {put(both)}
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER {source}_come AFTER INSERT ON {table} REFERENCING NEW TABLE AS now
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
CREATE TRIGGER {source}_change AFTER UPDATE ON {table} REFERENCING OLD TABLE AS was NEW TABLE AS now
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
CREATE TRIGGER {source}_go AFTER DELETE ON {table} REFERENCING OLD TABLE AS was
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();"""


ALL = [*((source, TABLES.get(source, source), columns, days) for source, columns, days in MARKS), *OTHERS]
MAKE = "".join(_marking(*one) for one in ALL)
UNMAKE = "".join(
    [
        *(
            f"DROP TRIGGER {source}_{when} ON {table};"
            for source, table, _columns, _days in ALL
            for when in ("come", "change", "go")
        ),
        *(
            f"DROP FUNCTION indicators_mark_{source}{'' if table == TABLES.get(source, source) else '_too'}();"
            for source, table, _columns, _days in ALL
        ),
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0004_words_are_sealed"),
        ("cases", "0013_looks_back_by_day"),
        ("catalogue", "0001_catalogues"),
        ("circumstances", "0001_initial"),
        ("correspondence", "0002_we_answered"),
        ("evidence", "0012_facts_by_day"),
        ("goods", "0004_departments_of_needs"),
        ("groups", "0001_groups"),
        ("indicators", "0001_indicators"),
        ("instruments", "0003_drafts"),
        ("intake", "0008_lists_of_a_day"),
        ("network", "0002_outside_needs"),
        ("plans", "0006_as_many_sections"),
        ("process", "0014_steps_by_day"),
        ("services", "0001_services"),
        ("stays", "0003_notes_of_shifts_mended"),
        ("voice", "0002_words_to_quote"),
        ("volunteers", "0003_who_gives"),
    ]

    operations = [
        migrations.CreateModel(
            name="DaysMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=40)),
                ("first", models.DateField()),
                ("last", models.DateField()),
            ],
            options={"verbose_name": "mark at days", "verbose_name_plural": "marks at days"},
        ),
        migrations.CreateModel(
            name="KeptPiece",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("data", models.BinaryField()),
            ],
            options={"verbose_name": "kept piece of a figure", "verbose_name_plural": "kept pieces of figures"},
        ),
        migrations.RunSQL(MAKE, UNMAKE),
    ]
