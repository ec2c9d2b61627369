"""Children and months of what is recorded already, told anew; a fresh database has none."""

from django.db import migrations


def refresh_what_is_there(apps, schema_editor):
    case_ids = list(apps.get_model("evidence", "CaseFact").objects.values_list("pk", flat=True))
    if case_ids:
        from opora.evidence.actions import refresh_facts

        refresh_facts(case_ids=case_ids)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0008_children_are_people"),
        ("assessments", "0003_scores_are_frozen"),
        ("families", "0008_merges_of_families"),
        ("process", "0008_coming_of_age"),
        ("programs", "0004_months_between_assessments"),
    ]
    operations = [migrations.RunPython(refresh_what_is_there, migrations.RunPython.noop, elidable=True)]
