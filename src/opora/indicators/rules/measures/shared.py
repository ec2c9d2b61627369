"""What many measures share: shapes, splits, the rooms they rest on, the rules by which they count."""

from opora.indicators.rules.measure import Day, Shape, Split

COUNT, SUM, SHARE, WEIGHED, MEDIAN = Shape.COUNT, Shape.SUM, Shape.SHARE, Shape.WEIGHED, Shape.MEDIAN
STATE = Day.STATE

EVENT = Split("kind", "groups.Group.kind")
PART = Split("part", "stays.Lodger.part")
TRACK = Split("track", "plans.Plan.track")
HOME = Split("home", "families.Placement.kind")
LIVES = Split("home", words="housing")
LETTERS = (
    Split("kind", "correspondence.OfficialLetter.kind"),
    Split("result", "correspondence.OfficialLetter.result"),
    Split("asked_by", "correspondence.OfficialLetter.asked_by"),
)
ANSWERS = (Split("kind", "correspondence.OfficialLetter.kind"), Split("partner", words="partners"))
ITEM = (Split("item", words="items"),)
EDGE = (Split("step", words="steps"),)

# Counting rules that many measures share.
RECORDS = ("once_record", "two_programs_record", "reopened_free", "age_free", "not_recorded", "taken_back")
FAMILIES = ("once_family", "two_programs", "reopened_free", "age_free")
TOLD = ("once_family", "two_programs_told", "reopened_free", "age_free")
OUTCOME = ("once_case", "two_programs", "reopened", "age_free", "unknown", "palliative")
CHILDREN = ("once_child", "two_programs", "reopened", "grown", "unknown", "palliative")
HOUSE = ("once_record", "whole", "age_free", "not_recorded")
