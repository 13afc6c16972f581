"""The room cycles: a season of one committee: its frozen rulebook, plan, subjects and day.

For: opening a season with everything it rests on frozen, following its plan, accounting for every member at its end.
Words: a *subject* is whoever or whatever is reviewed or graded; a *place* is where; a *step* is one line of the plan.
Never: alter what was frozen silently, drop a subject without its reason, or decide anything about a grade.
"""
