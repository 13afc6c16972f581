"""What stands above the pages that belong to no season."""

from kiemdiem.cycles import queries
from kiemdiem.cycles.pages.frame import frame_of
from kiemdiem.web.frame import Frame


def frame_of_installation() -> Frame:
    """The mark and the assumed day of a demo installation; nothing in any other."""
    demo = queries.demo_season()
    if demo is None:
        return Frame()
    shown = frame_of(demo)
    return Frame(committee=shown.committee, as_of=shown.as_of, is_demo=True)
