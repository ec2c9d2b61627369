"""Facts and months of what is recorded already, once all their columns are there; a fresh database has none."""

from django.db import migrations


def refresh_what_is_there(apps, schema_editor):
    case_ids = list(apps.get_model("evidence", "CaseFact").objects.values_list("pk", flat=True))
    if case_ids:
        from opora.evidence.actions import refresh_facts

        refresh_facts(case_ids=case_ids)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0006_palliative_and_later"),
        ("assessments", "0003_scores_are_frozen"),
        ("process", "0003_flows"),
    ]
    operations = [migrations.RunPython(refresh_what_is_there, migrations.RunPython.noop, elidable=True)]
