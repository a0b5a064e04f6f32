"""Addresses of tasks, below their dossier."""

from django.urls import path

from cases.todos.views import acts, assigning, reading

urlpatterns = [
    path("<int:file_id>/taken/", reading.task_list, name="task-list"),
    path("<int:file_id>/taken/deel/", reading.panel, name="task-panel"),
    path("<int:file_id>/taken/nieuw/", acts.add, name="task-new"),
    path("<int:file_id>/taken/<int:task_id>/gedaan/", acts.finish, name="task-finish"),
    path("<int:file_id>/taken/<int:task_id>/vervallen/", acts.drop, name="task-drop"),
    path("<int:file_id>/taken/<int:task_id>/overdragen/", acts.hand, name="task-hand"),
    path("<int:file_id>/taken/<int:task_id>/toewijzen/", assigning.assign, name="task-assign"),
    path("<int:file_id>/taken/<int:task_id>/andere-dag/", acts.move, name="task-move"),
]
