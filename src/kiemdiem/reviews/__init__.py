"""The room reviews: reports, self-reviews, comments and opinions before the meeting."""
