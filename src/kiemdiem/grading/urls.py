"""The addresses of results."""

from django.urls import path

from kiemdiem.grading.pages import decide, result, results, unit_results

app_name = "grading"
urlpatterns = [
    path("dot/<str:key>/ket-qua/", results.results, name="results"),
    path("dot/<str:key>/ket-qua/<str:unit_key>/", unit_results.unit_results, name="unit_results"),
    path("dot/<str:key>/ket-qua/<str:unit_key>/quyet-dinh/", decide.decide, name="decide"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/", result.result, name="result"),
]
