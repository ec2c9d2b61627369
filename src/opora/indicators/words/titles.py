"""What each indicator is called and how it is defined."""

from django.utils.translation import gettext_lazy as _

# Code: title, definition.
TITLES = {
    "IND-01": (_("Signals received"), _("Signals that came in the period.")),
    "IND-02": (
        _("Services received by families"),
        _("Services held; also told apart by whether they followed a signal."),
    ),
    "IND-03": (
        _("Urgent help given"),
        _("Acts of urgent help, and of help from the warehouse before there was a case, by what was given."),
    ),
    "IND-04": (
        _("Women with children who came to live in the crisis centre"),
        _("People who moved in, women and children apart."),
    ),
    "IND-04n": (
        _("People in the crisis centre on the last day"),
        _("Who lives there on the last day of the period; whoever is away for a night keeps the bed and counts."),
    ),
    "IND-04b": (_("Nights in the crisis centre"), _("Nights in its beds in the period.")),
    "IND-04f": (_("Families that came to live in the crisis centre"), _("Families that moved in.")),
    "IND-05": (
        _("Sessions and consultations"),
        _("Services held in which people met, by format and by who gave them."),
    ),
    "IND-06": (_("Events"), _("Camps, outings, conferences and network meetings that were held.")),
    "IND-07": (_("People at events"), _("Registered people who came, each once.")),
    "IND-07a": (_("People at events without registration"), _("Heads counted; who they were is not known.")),
    "IND-08": (
        _("Units of material aid"),
        _("Units handed out by acts of the warehouse and of urgent help, by category of goods."),
    ),
    "IND-09": (_("Agreements in force"), _("Agreements with authorities and partners in force on the last day.")),
    "IND-09s": (_("Agreements signed"), _("Agreements with authorities and partners signed in the period.")),
    "IND-10": (_("Professional events"), _("Conferences, round tables and trainings in which we took part.")),
    "IND-11": (_("Materials"), _("Brochures, guides, films and other materials we made.")),
    "IND-12": (_("Followers in social networks"), _("The last count of each channel up to the last day, added up.")),
    "IND-13": (_("Volunteers and donors who joined"), _("By the day of joining, volunteers and donors apart.")),
    "IND-14": (_("Families that received material aid"), _("Families with at least one act of aid.")),
    "IND-15": (
        _("Participation of families in their plans"),
        _("Tasks a family took on and has done, of all such tasks that were due."),
    ),
    "IND-16": (
        _("From aid to support"),
        _("Families that signed a contract after aid, of those that were given aid without having one."),
    ),
    "IND-17": (_("Goals of plans reached"), _("Goals reached, of those worked on in the period.")),
    "IND-17p": (
        _("Plans reached by more than their threshold"),
        _("Plans with more than 50 percent of their goals reached, in home visiting more than 30."),
    ),
    "IND-18": (_("Homework done"), _("Homework done, of all that was given and looked at.")),
    "IND-18r": (_("Days on which the routine was kept"), _("Days kept, of the days on which somebody looked.")),
    "IND-18c": (_("Consultations held in full"), _("Times held, of the times planned.")),
    "IND-19": (
        _("Requests to authorities granted"),
        _("Requests granted wholly or in part, of those closed in the period."),
    ),
    "IND-19d": (_("Days to the result of a request"), _("The middle number of days from the request to its result.")),
    "IND-19p": (
        _("Requests made by the parent alone"),
        _("Requests the parent made without us, of those closed in the period."),
    ),
    "IND-20": (
        _("Children who kept their birth family"),
        _("Children who lived with their own family on the day of closing, of those of whom it is known."),
    ),
    "IND-20f": (
        _("Children in their birth family at the look back"),
        _("Children who lived with their own family at the look back, of those of whom it is known."),
    ),
    "IND-21": (
        _("Children who live in their birth family in safety"),
        _("Children at home with no critical item at the exit, of those of whom it is known."),
    ),
    "IND-21f": (
        _("Children in their birth family in safety at the look back"),
        _("Children at home and said to be safe, of those of whom it is known."),
    ),
    "IND-22a": (
        _("Families that found a home for a while"),
        _("Families that had none and moved to relatives, to a crisis centre or to a rented home."),
    ),
    "IND-22b": (
        _("Families that found a home to stay"),
        _("Families that had none, or one for a while, and got their own or a social one."),
    ),
    "IND-23": (
        _("Families that live on their own with their children"),
        _("In an own or rented home, with a child, outside the crisis centre, on the day of closing."),
    ),
    "IND-24": (
        _("Families whose crisis stabilized"),
        _("Goals reached beyond the threshold, nothing critical, a home, and all children in their family."),
    ),
    "IND-24f": (
        _("Families whose crisis stays stabilized at the look back"),
        _("Families that cope, with their children at home, of those of whom it is known."),
    ),
    "IND-25": (
        _("Parents whose competence grew"),
        _("At least one item on parenting got better and none got worse, of parents with both assessments."),
    ),
    "IND-26": (
        _("Families out of material hardship"),
        _("Families for which money was a weak side at entry and is none at exit, of those with a known exit."),
    ),
    "IND-27": (
        _("Letters answered"),
        _("Answers that came, of the letters that asked for one and whose time is over."),
    ),
    "IND-27d": (_("Days to the answer of an authority"), _("The middle number of days from sending to the answer.")),
    "IND-27m": (_("Meetings with authorities"), _("Meetings held together with authorities and partners.")),
    "IND-28": (
        _("Families with restored ties"),
        _("Families in which a tie that was broken or burdened supports again, of those with two social maps."),
    ),
    "IND-28t": (
        _("Change in supportive ties"),
        _("The middle change in the number of supportive ties between two social maps."),
    ),
    "IND-29": (
        _("Parents who moved forward in their stage of change"),
        _("Parents further on than at the measure before, of those measured twice."),
    ),
    "IND-30": (
        _("Families with improved well-being"),
        _("Cases with fewer weak sides at exit than at entry, of those with both forms."),
    ),
    "IND-31": (_("Degree of improvement"), _("By how many weak sides fewer at exit than at entry: the middle number.")),
    "IND-32": (
        _("At least one problem solved"),
        _("Cases in which an item was weak at entry and is no more, of those with both forms filled in by items."),
    ),
    "IND-33": (
        _("Sections that no more need a solution"),
        _("By how many fewer sections at exit than at entry: the middle number."),
    ),
    "IND-33e": (_("Sections that need a solution at entry"), _("The middle number, in cases with both forms.")),
    "IND-33x": (_("Sections that need a solution at exit"), _("The middle number, in cases with both forms.")),
    "IND-34": (_("Items weak at entry"), _("How often each item is weak at entry, of the cases that rate it.")),
    "IND-34x": (_("Items weak at exit"), _("How often each item is weak at exit, of the cases that rate it.")),
    "IND-34s": (_("Items solved"), _("How often an item weak at entry is no more weak at exit.")),
    "IND-34n": (_("Items that became weak"), _("How often an item not weak at entry is weak at exit.")),
    "IND-35": (_("Closed cases without a pair of forms"), _("Of all cases closed in the period.")),
    "IND-35u": (_("Items not rated"), _("Items that apply and were not rated, of all that apply.")),
    "IND-35r": (_("Assessments late"), _("Cases whose next assessment is late, of the open ones that have one due.")),
    "IND-35f": (_("Looks back late"), _("Looks back not done by their day, of those that were due in the period.")),
    "IND-36": (_("Steps of families on their paths"), _("How many went from which place to which.")),
    "IND-36d": (_("Days at a place of the path"), _("The middle number of days before a step.")),
    "IND-36e": (_("Paths that ended"), _("By the exit through which they ended.")),
    "IND-36f": (
        _("Paths walked as the process says"),
        _("Paths that ended without a step outside the process, of those that ended."),
    ),
    "IND-36c": (_("From the beginning of a path to a case"), _("Paths on which a case was opened, of those decided.")),
    "IND-40": (_("Women in hardship who know where to turn"), _("An outside figure, entered by hand.")),
    "IND-41": (_("Refusals of newborns and removals of children"), _("An outside figure, entered by hand.")),
    "IND-42": (_("Children’s homes"), _("An outside figure, entered by hand.")),
    "IND-43": (_("Awareness of where to get and bring aid"), _("An outside figure, entered by hand.")),
    "IND-44": (_("New organizations that prevent social orphanhood"), _("An outside figure, entered by hand.")),
    "IND-45": (_("Early help"), _("An outside figure, entered by hand.")),
    "IND-45p": (
        _("People who turn to us themselves"),
        _("Signals from the people themselves, of those of whose source it is known."),
    ),
    "IND-46": (_("New crisis centres"), _("An outside figure, entered by hand.")),
    "IND-47": (_("New programs of help"), _("An outside figure, entered by hand.")),
}
