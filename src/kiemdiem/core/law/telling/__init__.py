"""A rulebook in sentences: what each entry asks, with its threshold, of whom and when, as an officer reads it."""
