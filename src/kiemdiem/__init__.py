"""kiemdiem: the yearly review and quality grading of Party organisations, collectives, leaders and members."""
