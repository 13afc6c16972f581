"""The pages of meetings: calendar, one meeting, its roll, its lines, its minutes."""
