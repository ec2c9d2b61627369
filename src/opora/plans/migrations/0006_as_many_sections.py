"""A form may have as many sections as its organization wants, and a goal may stand in any of them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0005_hour_of_a_milestone'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='goal', name='plans_goal_section'),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(('section', None), ('section__gte', 1), _connector='OR'), name='plans_goal_section'),
        ),
    ]
