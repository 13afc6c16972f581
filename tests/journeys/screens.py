"""The two screens every page must fit: a small telephone held upright, and a desk's."""

SCREENS = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}
