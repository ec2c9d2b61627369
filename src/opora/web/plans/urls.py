"""Addresses of this front room."""

from django.urls import path

from opora.web.plans.views import agreeing, doing, family, goals, milestones, plan, tasks, versions

app_name = "plans"
urlpatterns = [
    path("tasks/", doing.list_tasks, name="tasks"),
    path("tasks/<int:task_id>/done/", doing.finish, name="finish"),
    path("tasks/<int:task_id>/undo/", doing.undo, name="undo"),
    path("routes/<int:route_id>/plan/", plan.show, name="panel"),
    path("routes/<int:route_id>/plan/begin/", plan.begin, name="begin"),
    path("routes/<int:route_id>/plan/words/", plan.write_words, name="words"),
    path("routes/<int:route_id>/plan/print/", plan.show_copy, name="copy"),
    path("routes/<int:route_id>/plan/offer/", goals.offer, name="offer"),
    path("routes/<int:route_id>/plan/goals/new/", goals.add, name="goal_new"),
    path("goals/<int:goal_id>/", goals.change, name="goal"),
    path("goals/<int:goal_id>/decide/", goals.decide, name="decide"),
    path("goals/<int:goal_id>/reopen/", goals.reopen, name="reopen"),
    path("routes/<int:route_id>/plan/tasks/new/", tasks.add, name="task_new"),
    path("tasks/<int:task_id>/", tasks.change, name="task"),
    path("tasks/<int:task_id>/cancel/", tasks.cancel, name="cancel"),
    path("tasks/<int:task_id>/milestones/", milestones.add, name="milestones"),
    path("tasks/<int:task_id>/milestones/<int:milestone_id>/", milestones.tick, name="milestone"),
    path("routes/<int:route_id>/plan/agree/", agreeing.agree, name="agree"),
    path("routes/<int:route_id>/plan/correct/", agreeing.correct, name="correct"),
    path("routes/<int:route_id>/plan/review/", agreeing.settle_review, name="review"),
    path("routes/<int:route_id>/plan/versions/", versions.list_versions, name="versions"),
    path("routes/<int:route_id>/plan/versions/<int:number>/", versions.show_version, name="version"),
    path("routes/<int:route_id>/plan/events/new/", family.record_event, name="event_new"),
    path("routes/<int:route_id>/plan/harm/<int:child_id>/", family.waive_harm_reduction, name="waive"),
]
