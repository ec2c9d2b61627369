"""A path or a case that comes to another family, program or department marks the days of all that hangs on it.

What is new has nothing hanging on it yet, and what goes takes it along: each record marks its own days then.
"""

from django.db import migrations

END = "DATE '9999-12-31'"
# The day in the house's own zone is this one, the one before or the one after.
RECEIVED = "received_at AT TIME ZONE 'UTC'"
# reads: cases_case, cases_followup, cases_stay, circumstances_lifechange, correspondence_officialletter, evidence_casefact,
# reads: goods_issue, groups_homeworkresult, groups_mark, groups_participant, groups_session, intake_referral,
# reads: intake_urgentaid, network_networkrecord, plans_plan, plans_task, process_paper, process_route, process_routestep,
# reads: services_plannedservice, services_provision, stays_admission, stays_lodger, stays_routinemark
MOVED = f"""
CREATE FUNCTION indicators_mark_moved(routes bigint[], cases bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT DISTINCT source, first, last FROM (
        SELECT 'process_route', started_on, started_on FROM process_route WHERE id = ANY(routes)
         UNION ALL
        SELECT 'process_route', ended_on, ended_on FROM process_route WHERE id = ANY(routes)
         UNION ALL
        SELECT 'process_paper', DATE '0001-01-01', {END} FROM process_paper
         WHERE kind = 'contract' AND route_id = ANY(routes)
         UNION ALL
        SELECT 'intake_referral', MIN({RECEIVED})::date - 1, MAX({RECEIVED})::date + 1 FROM intake_referral
         WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'process_routestep', MIN("on"), MAX("on") FROM process_routestep WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'services_provision', MIN("on"), MAX("on") FROM services_provision
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'services_plannedservice', MIN(least(until_on, ended_on)), MAX(least(until_on, ended_on))
          FROM services_plannedservice WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'intake_urgentaid', MIN(given_on), MAX(given_on) FROM intake_urgentaid
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'goods_issue', MIN(given_on), MAX(given_on) FROM goods_issue
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'circumstances_lifechange', MIN("on"), {END} FROM circumstances_lifechange
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'network_networkrecord', MIN("on"), {END} FROM network_networkrecord
         WHERE kind = 'map' AND (route_id = ANY(routes) OR case_id = ANY(cases))
         UNION ALL
        SELECT 'plans_plan', least(MIN(plan.begun_on), MIN(task.due_on)), {END}
          FROM plans_plan plan LEFT JOIN plans_task task ON task.plan_id = plan.id WHERE plan.route_id = ANY(routes)
         UNION ALL
        SELECT 'correspondence_officialletter', least(MIN(sent_on), MIN(closed_on)), greatest(MAX(sent_on), MAX(closed_on))
          FROM correspondence_officialletter WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'groups_participant', MIN(meeting."on"), MAX(meeting."on")
          FROM groups_participant listed JOIN groups_mark mark ON mark.participant_id = listed.id
          JOIN groups_session meeting ON meeting.id = mark.session_id
         WHERE listed.route_id = ANY(routes) OR listed.case_id = ANY(cases)
         UNION ALL
        SELECT 'groups_homeworkresult', MIN(meeting."on"), MAX(meeting."on")
          FROM groups_homeworkresult result JOIN groups_session meeting ON meeting.id = result.session_id
         WHERE result.route_id = ANY(routes) OR result.case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_casefact', closed_on, closed_on FROM evidence_casefact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_looks', follow_up_due_on, follow_up_due_on FROM evidence_casefact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_looks', due_on, due_on FROM cases_followup WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_reviews', MIN(opened_on), {END} FROM cases_case
         WHERE id = ANY(cases) AND EXISTS (SELECT FROM evidence_casefact fact WHERE fact.case_id = cases_case.id
               AND fact.closed_on IS NULL AND fact.review_due_on IS NOT NULL)
         UNION ALL
        SELECT 'cases_followup', due_on, due_on FROM cases_followup WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'cases_stay', MIN(from_on), {END} FROM cases_stay WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'stays_admission', least(MIN(lodger.from_on), MIN(mark."on")), {END} FROM stays_admission taken
          LEFT JOIN stays_lodger lodger ON lodger.admission_id = taken.id
          LEFT JOIN stays_routinemark mark ON mark.admission_id = taken.id
         WHERE taken.case_id = ANY(cases)
    ) told(source, first, last) WHERE first IS NOT NULL;
END $$;
CREATE FUNCTION indicators_mark_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM indicators_mark_moved(ARRAY[NEW.id], array_remove(ARRAY[OLD.case_id, NEW.case_id], NULL));
    RETURN NULL;
END $$;
CREATE FUNCTION indicators_mark_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM indicators_mark_moved(ARRAY(SELECT id FROM process_route WHERE case_id = NEW.id), ARRAY[NEW.id]);
    RETURN NULL;
END $$;
CREATE TRIGGER indicators_moved AFTER UPDATE ON process_route FOR EACH ROW
    WHEN (ROW(OLD.case_id, OLD.family_id, OLD.program_id, OLD.department_id, OLD.voided_on)
          IS DISTINCT FROM ROW(NEW.case_id, NEW.family_id, NEW.program_id, NEW.department_id, NEW.voided_on))
    EXECUTE FUNCTION indicators_mark_route();
CREATE TRIGGER indicators_moved AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (ROW(OLD.client_id, OLD.family_id, OLD.program_id, OLD.department_id, OLD.voided_on, OLD.opened_on)
          IS DISTINCT FROM
          ROW(NEW.client_id, NEW.family_id, NEW.program_id, NEW.department_id, NEW.voided_on, NEW.opened_on))
    EXECUTE FUNCTION indicators_mark_case();
"""
UNMAKE = """
DROP TRIGGER indicators_moved ON process_route;
DROP TRIGGER indicators_moved ON cases_case;
DROP FUNCTION indicators_mark_route();
DROP FUNCTION indicators_mark_case();
DROP FUNCTION indicators_mark_moved(bigint[], bigint[]);
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_days_that_changed")]

    operations = [migrations.RunSQL(MOVED, UNMAKE)]
