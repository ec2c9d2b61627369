"""Cases that lines name, and cases of families that they name, are looked for apart: each by its index, or all at once."""

from importlib import import_module

from django.db import migrations

# reads: cases_case, groups_participant, process_route
FORWARD = """
CREATE OR REPLACE FUNCTION results_mark_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO results_resultdue (case_id)
    WITH changes AS MATERIALIZED (
        SELECT DISTINCT line.case_id, CASE WHEN line.case_id IS NULL THEN line.family_id END AS family_id
          FROM written line
         WHERE split_part(line.verb, '.', 1) IN (
            'assessments', 'cases', 'circumstances', 'correspondence', 'families', 'goods', 'groups', 'intake',
            'network', 'papers', 'plans', 'process', 'registry', 'results', 'services', 'stays'
         ) AND (line.verb = 'cases.opened' OR line.verb NOT LIKE ALL (ARRAY['%read', '%opened', '%looked', '%exported']))
    )
    SELECT told.id FROM changes JOIN cases_case told ON told.id = changes.case_id
     UNION
    SELECT told.id FROM changes JOIN cases_case told ON told.family_id = changes.family_id;
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
"""
_former = import_module("opora.results.migrations.0002_meetings_and_services").FORWARD
BACKWARD = _former[: _former.index("INSERT INTO results_resultdue (case_id) SELECT id FROM cases_case;")]


class Migration(migrations.Migration):
    dependencies = [("results", "0003_assumptions")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
