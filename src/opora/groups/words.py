"""The words of groups for pages and lists."""

from opora.common.choices import offered
from opora.groups.models import Group, HomeworkResult, Mark

KINDS = offered(*Group.Kind)
MARKS = offered(*Mark.State)
HOMEWORK = offered(*HomeworkResult.State)
# Meetings about a family: others are invited, and something is agreed.
TALKS = frozenset({Group.Kind.CONFERENCE, Group.Kind.NETWORK})
