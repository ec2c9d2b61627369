"""A case that is opened on a path of the same family, program and department changes no figure of the whole house.

Records that hang on the path now belong to the case as well. That matters to whoever sees single cases: for these
readers the days are marked under a name of its own. Only acts of help from the opening on count elsewhere (IND-03).
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("opora.indicators.migrations.0003_records_that_moved").MOVED
END = "END $$;"
# The same days as of any move, their marks named by what stands before.
NAMED = BEFORE[: BEFORE.index(END) + len(END)]
for was, now in (
    ("indicators_mark_moved(routes bigint[], cases bigint[])", "indicators_mark_named(named text, routes bigint[], cases bigint[])"),
    ("SELECT DISTINCT source, first, last FROM (", "SELECT DISTINCT named || source, first, last FROM ("),
):
    NAMED = NAMED.replace(was, now)
HANGS_ON_CASES = (
    "services_provision",
    "services_plannedservice",
    "intake_urgentaid",
    "goods_issue",
    "circumstances_lifechange",
    "network_networkrecord",
    "correspondence_officialletter",
    "groups_participant",
    "groups_homeworkresult",
)
NOTHING = " AND ".join(f"NOT EXISTS (SELECT FROM {table} WHERE case_id = NEW.case_id)" for table in HANGS_ON_CASES)
# reads: cases_case, circumstances_lifechange, correspondence_officialletter, goods_issue, groups_homeworkresult,
# reads: groups_participant, intake_urgentaid, network_networkrecord, services_plannedservice, services_provision
OPENED = f"""
CREATE OR REPLACE FUNCTION indicators_mark_route() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    opened date;
BEGIN
    IF OLD.case_id IS NULL AND NEW.case_id IS NOT NULL AND OLD.voided_on IS NULL AND NEW.voided_on IS NULL THEN
        SELECT its.opened_on INTO opened FROM cases_case its
         WHERE its.id = NEW.case_id AND its.voided_on IS NULL AND its.closed_on IS NULL
           AND (its.family_id, its.program_id, its.department_id)
             = (OLD.family_id, OLD.program_id, OLD.department_id) AND {NOTHING};
    END IF;
    IF opened IS NULL THEN
        PERFORM indicators_mark_moved(ARRAY[NEW.id], array_remove(ARRAY[OLD.case_id, NEW.case_id], NULL));
    ELSE
        PERFORM indicators_mark_named('case:', ARRAY[NEW.id], ARRAY[NEW.case_id]);
        INSERT INTO indicators_daysmark (source, first, last)
        SELECT 'goods_issue', MIN(given_on), MAX(given_on) FROM goods_issue
         WHERE route_id = NEW.id AND given_on >= opened HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;
"""
AS_BEFORE = """
CREATE OR REPLACE FUNCTION indicators_mark_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM indicators_mark_moved(ARRAY[NEW.id], array_remove(ARRAY[OLD.case_id, NEW.case_id], NULL));
    RETURN NULL;
END $$;
DROP FUNCTION indicators_mark_named(text, bigint[], bigint[]);
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0005_drafts")]

    operations = [migrations.RunSQL(NAMED + OPENED, AS_BEFORE)]
