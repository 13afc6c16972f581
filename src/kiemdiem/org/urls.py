"""Addresses of units, people and rights."""

from django.urls import path

from kiemdiem.org.pages import correct_fact, people, person, person_act, revoke_grant, rights, unit, unit_act, units

app_name = "org"
urlpatterns = [
    path("to-chuc/", units.units, name="units"),
    path("to-chuc/<str:key>/", unit.unit, name="unit"),
    path("to-chuc/<str:key>/quyen/", rights.rights, name="rights"),
    path("to-chuc/<str:key>/quyen/<int:pk>/thu-hoi/", revoke_grant.revoke_grant, name="revoke_grant"),
    path("to-chuc/<str:key>/<slug:way>/", unit_act.unit_act, name="unit_act"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/<str:key>/", person.person, name="person"),
    path("nguoi/<str:key>/<slug:way>/", person_act.person_act, name="person_act"),
    path("nguoi/<str:key>/<slug:table>/<int:pk>/", correct_fact.correct_fact, name="correct_fact"),
]
