"""The pages of ballots: rounds, tellers and their secret numbers, the sheet, the comparison, the result."""
