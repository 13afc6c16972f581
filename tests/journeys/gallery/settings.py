"""The settings of the gallery: the product's own, with the gallery's addresses and templates added."""

from pathlib import Path

from kiemdiem.config.settings import *  # noqa: F403 - the gallery is the product plus its own pages
from kiemdiem.config.settings import TEMPLATES

# The samples bring their own links.
KIEMDIEM_NAVIGATION = ""
ROOT_URLCONF = "tests.journeys.gallery.urls"
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates"]
