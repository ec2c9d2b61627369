"""Of children told anew: who was none any more at the look back; a fresh database has no cases."""

from django.db import migrations


def refresh_what_is_there(apps, schema_editor):
    closed = apps.get_model("evidence", "CaseFact").objects.filter(closed_on__isnull=False)
    case_ids = list(closed.values_list("pk", flat=True))
    if case_ids:
        from opora.evidence.actions import refresh_facts

        refresh_facts(case_ids=case_ids)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0010_services_beside_items"),
        ("assessments", "0004_words_are_sealed"),
        ("cases", "0012_departments_of_what_is_due"),
        ("families", "0008_merges_of_families"),
        ("process", "0013_words_are_sealed"),
        ("programs", "0005_own_form"),
    ]
    operations = [migrations.RunPython(refresh_what_is_there, migrations.RunPython.noop, elidable=True)]
