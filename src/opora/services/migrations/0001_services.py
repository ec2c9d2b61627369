"""Services planned and given."""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0011_highest_number'),
        ('catalogue', '0001_catalogues'),
        ('families', '0008_merges_of_families'),
        ('partners', '0001_initial'),
        ('plans', '0006_as_many_sections'),
        ('process', '0013_words_are_sealed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlannedService',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('times', models.PositiveSmallIntegerField(verbose_name='how many times')),
                ('on', models.DateField(verbose_name='planned on')),
                ('until_on', models.DateField(null=True, verbose_name='until')),
                ('note', models.BinaryField(null=True)),
                ('ended_on', models.DateField(null=True, verbose_name='stopped')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.partner', verbose_name='partner')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.service', verbose_name='service')),
                ('task', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='plans.task', verbose_name='task')),
                ('worker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='colleague')),
            ],
            options={
                'verbose_name': 'planned service',
                'verbose_name_plural': 'planned services',
                'ordering': ('on', 'id'),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.TimeField(null=True, verbose_name='hour')),
                ('minutes', models.PositiveSmallIntegerField(null=True, verbose_name='minutes')),
                ('state', models.CharField(choices=[('held', 'held'), ('no_show', 'nobody came'), ('cancelled', 'cancelled beforehand')], default='held', max_length=10, verbose_name='state')),
                ('format', models.CharField(max_length=14, verbose_name='format')),
                ('provider', models.CharField(max_length=20, verbose_name='who provides it')),
                ('where', models.CharField(blank=True, choices=[('office', 'with us'), ('home', 'at the family’s home'), ('authority', 'in an authority'), ('partner', 'at a partner’s'), ('remote', 'by telephone or online'), ('elsewhere', 'elsewhere')], max_length=10, verbose_name='where')),
                ('note', models.BinaryField(null=True)),
                ('together', models.UUIDField(null=True)),
                ('origin', models.CharField(blank=True, max_length=60)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.partner', verbose_name='partner')),
                ('people', models.ManyToManyField(related_name='+', to='families.person', verbose_name='for whom')),
                ('planned', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='provision_rows', to='services.plannedservice', verbose_name='planned service')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.service', verbose_name='service')),
                ('worker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who gave it')),
            ],
            options={
                'verbose_name': 'service given',
                'verbose_name_plural': 'services given',
                'ordering': ('-on', '-id'),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name='plannedservice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='services_planned_place'),
        ),
        migrations.AddConstraint(
            model_name='plannedservice',
            constraint=models.CheckConstraint(condition=models.Q(('times__gte', 1)), name='services_planned_times'),
        ),
        migrations.AddConstraint(
            model_name='plannedservice',
            constraint=models.CheckConstraint(condition=models.Q(('worker', None), ('partner', None), _connector='OR'), name='services_planned_one_gives'),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(condition=models.Q(('voided_on', None)), fields=['-on', '-id'], name='services_log'),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(condition=models.Q(('voided_on', None)), fields=['service', '-on', '-id'], name='services_of_kind'),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(condition=models.Q(('voided_on', None)), fields=['worker', '-on', '-id'], name='services_by_worker'),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(fields=['route', '-on'], name='services_of_path'),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(fields=['case', '-on'], name='services_of_case'),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(fields=['planned'], name='services_as_planned'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='services_provision_place'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(('minutes', None), models.Q(('minutes__gte', 1), ('minutes__lte', 44640)), _connector='OR'), name='services_provision_minutes'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('origin', ''), _negated=True), ('voided_on', None)), fields=('origin', 'route', 'case'), name='services_origin_once', nulls_distinct=False),
        ),
    ]
