"""The room grading: verdicts by the rules, decisions by the bodies."""
