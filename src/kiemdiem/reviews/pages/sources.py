"""How pages show where an entry came from: typed, or keyed for somebody from which paper, with its scan."""

from dataclasses import dataclass

from django.urls import reverse

from kiemdiem.cycles.models import Season
from kiemdiem.reviews import models
from kiemdiem.reviews.models.paper_source import PaperSource

OF: dict[type[PaperSource], str] = {
    models.SelfReview: "ban-kiem-diem",
    models.SelfReviewVersion: "ban-bo-sung",
    models.Report: "bao-cao",
    models.ReportVersion: "ban-bao-cao",
    models.Delivery: "viec-gui",
    models.Comment: "nhan-xet",
    models.Opinion: "y-kien",
    models.Attestation: "khang-dinh",
    models.LeaderPaper: "can-bo",
    models.Suggestion: "goi-y",
    models.Rating: "phieu-danh-gia",
}


@dataclass(frozen=True)
class Source:
    """The paper an entry was keyed from. `url` leads to its scan, empty when there is none."""

    paper: str
    keyed_by: str = ""
    url: str = ""
    about: str = ""


def source_of(season: Season, record: PaperSource | None, *, about: str = "") -> Source | None:
    """The paper an entry was keyed from; nothing for one its author typed."""
    if record is None or not record.paper:
        return None
    keyed_by = getattr(record, "keyed_by", None) or getattr(record, "made_by", None)
    return Source(record.paper, str(keyed_by or ""), scan_url(season, record), about)


def scan_url(season: Season, record: PaperSource) -> str:
    """Where the scan of an entry is read; empty when there is none."""
    if record.scan_id is None:
        return ""
    return reverse("reviews:scan", args=[season.key, OF[type(record)], record.pk])
