"""A step stays as it was taken; by a destruction of data, and by nothing else, its reason and its words are emptied."""

from django.db import migrations

FORWARD = """
DROP TRIGGER process_step_is_final ON process_routestep;
CREATE TRIGGER process_step_is_final BEFORE UPDATE ON process_routestep
    FOR EACH ROW WHEN (
        NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reason', 'fields'])
    ) EXECUTE FUNCTION process_history_is_final();
CREATE TRIGGER process_step_stays BEFORE DELETE ON process_routestep
    FOR EACH ROW EXECUTE FUNCTION process_history_is_final();
"""
BACKWARD = """
DROP TRIGGER process_step_stays ON process_routestep;
DROP TRIGGER process_step_is_final ON process_routestep;
CREATE TRIGGER process_step_is_final BEFORE UPDATE OR DELETE ON process_routestep
    FOR EACH ROW EXECUTE FUNCTION process_history_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("process", "0006_palliative"), ("families", "0004_words_may_be_destroyed")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
