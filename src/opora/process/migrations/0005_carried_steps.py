"""A path carried to another version of its process has not moved: the map does not count such a step."""

from django.db import migrations

FORWARD = """
DROP TRIGGER process_step_is_counted ON process_routestep;
CREATE TRIGGER process_step_is_counted AFTER INSERT ON process_routestep
    FOR EACH ROW WHEN (NEW.from_stage <> '' AND (NEW.action <> '' OR NEW.is_override))
    EXECUTE FUNCTION process_count_step();
"""
BACKWARD = """
DROP TRIGGER process_step_is_counted ON process_routestep;
CREATE TRIGGER process_step_is_counted AFTER INSERT ON process_routestep
    FOR EACH ROW WHEN (NEW.from_stage <> '') EXECUTE FUNCTION process_count_step();
"""


class Migration(migrations.Migration):
    dependencies = [("process", "0004_standing")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
