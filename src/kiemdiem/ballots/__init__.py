"""The room ballots: secret ballots on paper: rounds, slips, double counts."""
