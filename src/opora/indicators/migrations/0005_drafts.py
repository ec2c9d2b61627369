"""Drafts of own indicators."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0004_results_reached'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='IndicatorDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, verbose_name='code')),
                ('text', models.TextField()),
                ('revision', models.PositiveIntegerField(default=1, verbose_name='revision')),
                ('state', models.CharField(choices=[('open', 'worked on'), ('published', 'published'), ('dropped', 'given up')], default='open', max_length=10, verbose_name='state')),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('base', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='indicators.indicatorversion', verbose_name='version')),
                ('begun_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'draft of an indicator',
                'verbose_name_plural': 'drafts of indicators',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('code',), name='indicators_one_draft_at_a_time')],
            },
        ),
    ]
