"""Closed cases are counted by month of closing, so that the outcome page never walks through all of them."""

import django.db.models.deletion
from django.db import migrations, models


def count_what_is_there(apps, schema_editor):
    """Months of cases that were closed before; a fresh database has none."""
    if apps.get_model("evidence", "CaseFact").objects.filter(closed_on__isnull=False).exists():
        from opora.evidence.actions import count_all_months

        count_all_months()


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_sign_in_policy'),
        ('evidence', '0003_indexes_for_tallies'),
        ('programs', '0003_alter_programdepartment_options'),
    ]

    operations = [
        migrations.CreateModel(
            name='MonthTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('data', models.JSONField(default=dict)),
                ('department', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.department')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programs.program')),
            ],
            options={
                'verbose_name': 'month of closings',
                'verbose_name_plural': 'months of closings',
                'constraints': [models.UniqueConstraint(fields=('program', 'department', 'month'), name='evidence_month_once')],
            },
        ),
        migrations.RunPython(count_what_is_there, migrations.RunPython.noop, elidable=True),
    ]
