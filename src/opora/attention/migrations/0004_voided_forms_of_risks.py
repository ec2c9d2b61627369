"""A form of risks that is voided changes who needs a look, as a voided visit or talk does."""

from django.db import migrations

# reads: intake_riskform
_COLUMNS = ("route_id", "on", "level")


def _trigger(columns: tuple[str, ...]) -> str:
    before, after = (", ".join(f'{row}."{name}"' for name in columns) for row in ("OLD", "NEW"))
    return f"""
DROP TRIGGER attention_marks_change ON intake_riskform;
CREATE TRIGGER attention_marks_change AFTER UPDATE ON intake_riskform
    FOR EACH ROW WHEN (ROW({before}) IS DISTINCT FROM ROW({after})) EXECUTE FUNCTION attention_mark_by_route();"""


class Migration(migrations.Migration):
    dependencies = [("attention", "0003_many_at_once"), ("intake", "0009_forms_of_risks_may_be_voided")]
    operations = [migrations.RunSQL(_trigger((*_COLUMNS, "voided_on")), _trigger(_COLUMNS))]
