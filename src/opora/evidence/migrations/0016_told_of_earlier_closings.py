"""Closings that were undone before anything was kept of them, told from the records; a fresh database has none."""

from django.db import migrations


def tell_of_earlier_closings(apps, schema_editor):
    again = apps.get_model("cases", "Closing").objects.filter(reopened_on__isnull=False)
    case_ids = sorted(set(again.values_list("case_id", flat=True)))
    if case_ids:
        from opora.evidence.actions import refresh_facts

        refresh_facts(case_ids=case_ids)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0015_earlier_closings"),
        ("assessments", "0004_words_are_sealed"),
        ("cases", "0014_fewer_indexes"),
        ("families", "0008_merges_of_families"),
        ("process", "0013_words_are_sealed"),
        ("programs", "0005_own_form"),
    ]
    operations = [migrations.RunPython(tell_of_earlier_closings, migrations.RunPython.noop, elidable=True)]
