"""Closed cases are counted by month of closing, so that the outcome page never walks through all of them."""

import django.db.models.deletion
from django.db import migrations, models


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
    ]
