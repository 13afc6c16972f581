"""The addresses of results."""

from django.urls import path

from kiemdiem.grading.pages import (
    answer_return,
    change_reading,
    classify_self,
    decide,
    done,
    leader_results,
    party_body,
    praise,
    propose,
    propose_own,
    propose_praise,
    quotas,
    reading_scan,
    readings,
    record_above,
    regrade,
    result,
    results,
    return_line,
    scan,
    unit_results,
)

app_name = "grading"
urlpatterns = [
    path("dot/<str:key>/ket-qua/", results.results, name="results"),
    path("dot/<str:key>/ket-qua/<str:unit_key>/", unit_results.unit_results, name="unit_results"),
    path("dot/<str:key>/ket-qua/<str:unit_key>/can-bo/", leader_results.leader_results, name="leader_results"),
    path("dot/<str:key>/ket-qua/<str:unit_key>/de-nghi/", propose.propose, name="propose"),
    path("dot/<str:key>/ket-qua/<str:unit_key>/quyet-dinh/", decide.decide, name="decide"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/", result.result, name="result"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/tra-lai/", return_line.return_line, name="return_line"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/tra-loi/", answer_return.answer_return, name="answer_return"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/xep-loai-lai/", regrade.regrade, name="regrade"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/cap-tren/", record_above.record_above, name="record_above"),
    path("dot/<str:key>/ket-qua-cua/<str:subject_key>/ban-quet/<int:number>/", scan.scan, name="scan"),
    path("dot/<str:key>/dang-bo/", party_body.party_body, name="party_body"),
    path("dot/<str:key>/dang-bo/du-kien/", propose_own.propose_own, name="propose_own"),
    path("dot/<str:key>/dang-bo/tu-phan-loai/", classify_self.classify_self, name="classify_self"),
    path("dot/<str:key>/bieu-duong/", praise.praise, name="praise"),
    path("dot/<str:key>/bieu-duong/de-nghi/", propose_praise.propose_praise, name="propose_praise"),
    path("dot/<str:key>/ty-le/", quotas.quotas, name="quotas"),
    path("dot/<str:key>/cach-hieu/", readings.readings, name="readings"),
    path("dot/<str:key>/cach-hieu/van-ban/<int:number>/", reading_scan.reading_scan, name="reading_scan"),
    path("dot/<str:key>/cach-hieu/<str:question>/<str:reading>/", change_reading.change_reading, name="change_reading"),
    path("dot/<str:key>/da-ghi/<int:seq>/", done.done, name="done"),
]
