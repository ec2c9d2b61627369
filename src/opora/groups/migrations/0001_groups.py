"""Groups and events."""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0005_warehouse_worker'),
        ('cases', '0011_highest_number'),
        ('catalogue', '0001_catalogues'),
        ('families', '0008_merges_of_families'),
        ('plans', '0006_as_many_sections'),
        ('process', '0013_words_are_sealed'),
        ('programs', '0004_months_between_assessments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160, verbose_name='title')),
                ('kind', models.CharField(choices=[('program', 'group program'), ('camp', 'camp'), ('culture', 'cultural event'), ('conference', 'family group conference'), ('network', 'network meeting'), ('other', 'other event')], max_length=10, verbose_name='kind')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='where')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(null=True, verbose_name='until')),
                ('threshold', models.PositiveSmallIntegerField(default=75, verbose_name='percent to complete')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('department', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.department', verbose_name='department')),
                ('leaders', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who leads it')),
                ('program', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programs.program', verbose_name='program')),
                ('service', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.service', verbose_name='service')),
            ],
            options={
                'verbose_name': 'group or event',
                'verbose_name_plural': 'groups and events',
                'ordering': ('-from_on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('joined_on', models.DateField(verbose_name='joined')),
                ('left_on', models.DateField(null=True, verbose_name='left')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='groups.group', verbose_name='group')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.person', verbose_name='person')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
            ],
            options={
                'verbose_name': 'participant of a group',
                'verbose_name_plural': 'participants of groups',
                'ordering': ('id',),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.TimeField(null=True, verbose_name='hour')),
                ('minutes', models.PositiveSmallIntegerField(null=True, verbose_name='minutes')),
                ('is_held', models.BooleanField(default=False, verbose_name='held')),
                ('heads', models.PositiveIntegerField(default=0, verbose_name='came without being registered')),
                ('homework', models.BinaryField(null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='groups.group', verbose_name='group')),
            ],
            options={
                'verbose_name': 'meeting of a group',
                'verbose_name_plural': 'meetings of groups',
                'ordering': ('on', 'at', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('came', 'came'), ('absent', 'did not come'), ('excused', 'excused')], max_length=8, verbose_name='state')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='groups.participant', verbose_name='participant of a group')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='groups.session', verbose_name='meeting of a group')),
            ],
            options={
                'verbose_name': 'mark of attendance',
                'verbose_name_plural': 'marks of attendance',
            },
        ),
        migrations.CreateModel(
            name='HomeworkResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('state', models.CharField(choices=[('done', 'done'), ('partly', 'partly'), ('not_done', 'not done')], max_length=8, verbose_name='state')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='groups.session', verbose_name='meeting of a group')),
            ],
            options={
                'verbose_name': 'homework of a family',
                'verbose_name_plural': 'homework of families',
                'ordering': ('id',),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('words', models.BinaryField(null=True)),
                ('has_come', models.BooleanField(default=False, verbose_name='came')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guests', to='groups.session', verbose_name='meeting of a group')),
            ],
            options={
                'verbose_name': 'guest of a meeting',
                'verbose_name_plural': 'guests of meetings',
                'ordering': ('id',),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('text', models.BinaryField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
                ('task', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='plans.task', verbose_name='task')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='groups.session', verbose_name='meeting of a group')),
            ],
            options={
                'verbose_name': 'what was agreed at a meeting',
                'verbose_name_plural': 'what was agreed at meetings',
                'ordering': ('id',),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name='group',
            index=models.Index(fields=['-from_on', '-id'], name='groups_list'),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.CheckConstraint(condition=models.Q(('threshold__gte', 1), ('threshold__lte', 100)), name='groups_threshold'),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='groups_days'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(fields=['route'], name='groups_of_path'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(fields=['case'], name='groups_of_case'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='groups_participant_place'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.CheckConstraint(condition=models.Q(('left_on', None), ('left_on__gte', models.F('joined_on')), _connector='OR'), name='groups_participant_days'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['on'], name='groups_sessions'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('minutes', None), models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), _connector='OR'), name='groups_session_minutes'),
        ),
        migrations.AddConstraint(
            model_name='mark',
            constraint=models.UniqueConstraint(fields=('session', 'participant'), name='groups_mark_once'),
        ),
        migrations.AddConstraint(
            model_name='homeworkresult',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='groups_homework_place'),
        ),
        migrations.AddConstraint(
            model_name='homeworkresult',
            constraint=models.UniqueConstraint(fields=('session', 'route', 'case'), name='groups_homework_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='groups_guest_place'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='groups_commitment_place'),
        ),
    ]
