"""Columns with which other indexes begin, or which are mostly empty, need none of their own for every row."""

import django.db.models.deletion
from django.db import migrations, models

from opora.common.indexes import WithoutIndex


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_tokens_for_programs'),
        ('cases', '0014_fewer_indexes'),
        ('evidence', '0012_facts_by_day'),
        ('programs', '0005_own_form'),
    ]

    operations = [
        WithoutIndex(
            model_name='casefact',
            name='department',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.department'),
        ),
        WithoutIndex(
            model_name='casefact',
            name='program',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programs.program'),
        ),
        WithoutIndex(
            model_name='childfact',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case'),
        ),
    ]
