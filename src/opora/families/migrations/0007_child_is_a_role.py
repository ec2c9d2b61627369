"""To be a child is a role with dates in a family, with a reason for its end, and no trait of a person."""

from django.db import migrations, models

# Taken back: whoever has or had the role of a child is marked as one again.
_MARK_AGAIN = """
    UPDATE families_person AS person SET is_child = EXISTS (
        SELECT FROM families_familymember AS member WHERE member.person_id = person.id AND member.role = 'child'
    )
"""


class Migration(migrations.Migration):
    dependencies = [("families", "0006_merges")]

    operations = [
        migrations.AddField(
            "familymember",
            "ended",
            models.CharField(
                blank=True,
                choices=[
                    ("grown", "grew up"),
                    ("moved", "left the family"),
                    ("died", "died"),
                    ("unborn", "was not born"),
                    ("mistake", "entered by mistake"),
                ],
                default="",
                max_length=8,
                verbose_name="why it ended",
            ),
        ),
        migrations.AddField("familymember", "is_day_known", models.BooleanField(default=True)),
        migrations.AddField("familymember", "is_expected", models.BooleanField(default=False)),
        migrations.AddField("familymember", "expected_in", models.DateField(null=True)),
        migrations.AddConstraint(
            "familymember",
            models.CheckConstraint(
                condition=models.Q(ended="") | models.Q(to_on__isnull=False), name="families_member_ended_on_a_day"
            ),
        ),
        migrations.AlterField("person", "is_child", models.BooleanField(default=False, verbose_name="child")),
        migrations.RunSQL(migrations.RunSQL.noop, _MARK_AGAIN),
        migrations.RemoveField("person", "is_child"),
    ]
