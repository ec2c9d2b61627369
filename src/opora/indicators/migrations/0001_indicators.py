"""Indicators: targets, outside figures, and indicators the organization composed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programs', '0004_months_between_assessments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='IndicatorVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('title', models.CharField(max_length=200, verbose_name='name')),
                ('about', models.CharField(blank=True, max_length=600, verbose_name='what it is for')),
                ('measure', models.CharField(max_length=20, verbose_name='measure')),
                ('filters', models.JSONField(default=dict, verbose_name='filters')),
                ('split', models.CharField(blank=True, max_length=20, verbose_name='split by')),
                ('sha256', models.CharField(max_length=64)),
                ('published_at', models.DateTimeField(auto_now_add=True)),
                ('put_away_on', models.DateField(null=True, verbose_name='put away')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'version of an indicator',
                'verbose_name_plural': 'versions of indicators',
                'constraints': [models.UniqueConstraint(fields=('code', 'number'), name='indicators_version_once')],
            },
        ),
        migrations.CreateModel(
            name='OutsideFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.SlugField(max_length=40, verbose_name='indicator')),
                ('on', models.DateField(verbose_name='day')),
                ('value', models.DecimalField(decimal_places=4, max_digits=16, verbose_name='value')),
                ('unit', models.CharField(max_length=60, verbose_name='unit')),
                ('source', models.CharField(max_length=300, verbose_name='source')),
                ('territory', models.CharField(blank=True, max_length=120, verbose_name='territory')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'outside figure',
                'verbose_name_plural': 'outside figures',
                'ordering': ('-on', '-id'),
                'indexes': [models.Index(condition=models.Q(('voided_on', None)), fields=['indicator', '-on', '-id'], name='indicators_outside')],
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.SlugField(max_length=40, verbose_name='indicator')),
                ('way', models.CharField(choices=[('at_least', 'at least'), ('at_most', 'at most')], max_length=8, verbose_name='which way')),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, verbose_name='value')),
                ('from_on', models.DateField(verbose_name='from')),
                ('set_at', models.DateTimeField(auto_now_add=True)),
                ('dropped_on', models.DateField(null=True, verbose_name='taken back')),
                ('program', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programs.program', verbose_name='program')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'target of an indicator',
                'verbose_name_plural': 'targets of indicators',
                'ordering': ('-from_on', '-id'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('dropped_on', None)), fields=('indicator', 'program', 'from_on'), name='indicators_target_once', nulls_distinct=False)],
            },
        ),
    ]
