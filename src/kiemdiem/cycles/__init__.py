"""The room cycles: a season of one committee: its frozen rulebook, plan, subjects and day."""
