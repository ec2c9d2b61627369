"""Days on which results were reached are marked as other days are (0002), so that boxes of a model are counted anew by
the days that changed.

A result counts on the first day on which it stood. Whatever changes of one marks all days of the same result.
"""

from django.db import migrations

# reads: cases_case, results_resultmark
DAYS = """
SELECT since FROM changed WHERE kind = 'reached'
 UNION
SELECT mark.since FROM changed
  JOIN results_resultmark mark ON mark.case_id = changed.case_id AND mark.concept = changed.concept
   AND mark.person_id IS NOT DISTINCT FROM changed.person_id
 WHERE mark.kind = 'reached'"""


def _put(changed: str) -> str:
    return f"""
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ({changed}),
        days(day) AS ({DAYS}),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'results_resultmark', day, day FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'results_resultmark', MIN(day), MAX(day) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;"""


WAS, NOW = (f"SELECT id, kind, concept, case_id, person_id, since FROM {rows}" for rows in ("was", "now"))
MARKED = f"""
CREATE FUNCTION indicators_mark_results_resultmark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN {_put(NOW)}
    ELSIF TG_OP = 'DELETE' THEN {_put(WAS)}
    ELSE {_put(f"({WAS} EXCEPT {NOW}) UNION ALL ({NOW} EXCEPT {WAS})")}
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER results_resultmark_come AFTER INSERT ON results_resultmark REFERENCING NEW TABLE AS now
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_mark_results_resultmark();
CREATE TRIGGER results_resultmark_change AFTER UPDATE ON results_resultmark
    REFERENCING OLD TABLE AS was NEW TABLE AS now
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_mark_results_resultmark();
CREATE TRIGGER results_resultmark_go AFTER DELETE ON results_resultmark REFERENCING OLD TABLE AS was
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_mark_results_resultmark();
CREATE FUNCTION indicators_mark_case_of_results() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT DISTINCT 'results_resultmark', since, since FROM results_resultmark
     WHERE case_id = NEW.id AND kind = 'reached';
    RETURN NULL;
END $$;
CREATE TRIGGER indicators_results_moved AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (ROW(OLD.family_id, OLD.program_id, OLD.department_id, OLD.voided_on)
          IS DISTINCT FROM ROW(NEW.family_id, NEW.program_id, NEW.department_id, NEW.voided_on))
    EXECUTE FUNCTION indicators_mark_case_of_results();
"""
UNMARKED = """
DROP TRIGGER results_resultmark_come ON results_resultmark;
DROP TRIGGER results_resultmark_change ON results_resultmark;
DROP TRIGGER results_resultmark_go ON results_resultmark;
DROP TRIGGER indicators_results_moved ON cases_case;
DROP FUNCTION indicators_mark_results_resultmark();
DROP FUNCTION indicators_mark_case_of_results();
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0003_records_that_moved"), ("results", "0003_assumptions")]

    operations = [migrations.RunSQL(MARKED, UNMARKED)]
