"""The pages of reviews: one unit's papers, self-reviews, reports, comments, opinions and statements."""
