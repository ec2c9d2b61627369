"""The database itself refuses to rewrite what was answered and what was counted; a correction is a new row."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION assessments_scores_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.case_id, NEW.point, NEW."on", NEW.version_id, NEW.instrument_code, NEW.is_total_only, NEW.answers,
        NEW.ages, NEW.ratings, NEW.weak, NEW.rated, NEW.applicable, NEW.critical, NEW.strengths,
        NEW.sections_weak, NEW.sections_priority, NEW.weak_by_section, NEW.rated_by_section, NEW.revision)
       IS DISTINCT FROM
       (OLD.case_id, OLD.point, OLD."on", OLD.version_id, OLD.instrument_code, OLD.is_total_only, OLD.answers,
        OLD.ages, OLD.ratings, OLD.weak, OLD.rated, OLD.applicable, OLD.critical, OLD.strengths,
        OLD.sections_weak, OLD.sections_priority, OLD.weak_by_section, OLD.rated_by_section, OLD.revision)
    THEN
        RAISE EXCEPTION 'An assessment is never rewritten: write a correction instead'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessments_scores_are_frozen BEFORE UPDATE ON assessments_assessment
    FOR EACH ROW EXECUTE FUNCTION assessments_scores_are_frozen();
"""
BACKWARD = """
DROP TRIGGER assessments_scores_are_frozen ON assessments_assessment;
DROP FUNCTION assessments_scores_are_frozen();
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_standing")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
