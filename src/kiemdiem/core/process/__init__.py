"""The course of a season as rules: what may happen now, in which order, by whom, and with which figures."""
