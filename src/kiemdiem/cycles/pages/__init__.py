"""The pages of a season: its list, its plan, its opening, its subjects, its changes, its end."""
