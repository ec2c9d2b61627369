"""Services and meetings show results too; a meeting is marked for a whole group, and stands for each family on its list."""

from django.db import migrations

# reads: cases_case, groups_participant, process_route
FORWARD = """
CREATE OR REPLACE FUNCTION results_mark_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO results_resultdue (case_id)
    SELECT DISTINCT told.id
      FROM written line
      JOIN cases_case told ON told.id = line.case_id OR (line.case_id IS NULL AND told.family_id = line.family_id)
     WHERE split_part(line.verb, '.', 1) IN (
        'assessments', 'cases', 'circumstances', 'correspondence', 'families', 'goods', 'groups', 'intake', 'network',
        'papers', 'plans', 'process', 'registry', 'results', 'services', 'stays'
     ) AND (line.verb = 'cases.opened' OR line.verb !~ '(read|opened|looked|exported)$');
    IF EXISTS (SELECT 1 FROM written line WHERE line.verb = 'groups.marked') THEN
        INSERT INTO results_resultdue (case_id)
        SELECT DISTINCT COALESCE(participant.case_id, route.case_id)
          FROM written line
          JOIN groups_participant participant ON participant.group_id = (line.data ->> 'group')::bigint
          LEFT JOIN process_route route ON route.id = participant.route_id
         WHERE line.verb = 'groups.marked' AND COALESCE(participant.case_id, route.case_id) IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;
INSERT INTO results_resultdue (case_id) SELECT id FROM cases_case;
"""


class Migration(migrations.Migration):
    dependencies = [("results", "0001_initial"), ("groups", "0001_groups"), ("process", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
