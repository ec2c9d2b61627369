"""Columns with which other indexes begin, or which are mostly empty, need none of their own for every row."""

import django.db.models.deletion
from django.db import migrations, models

from opora.common.indexes import WithoutIndex


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_tokens_for_programs'),
        ('cases', '0013_looks_back_by_day'),
        ('families', '0009_fewer_indexes'),
        ('programs', '0005_own_form'),
    ]

    operations = [
        WithoutIndex(
            model_name='case',
            name='department',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.department', verbose_name='department'),
        ),
        WithoutIndex(
            model_name='case',
            name='family',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family', verbose_name='family'),
        ),
        WithoutIndex(
            model_name='case',
            name='program',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programs.program', verbose_name='program'),
        ),
        WithoutIndex(
            model_name='casechild',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='cases.case'),
        ),
    ]
