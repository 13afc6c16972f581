"""The room meetings: review meetings in their order, with roll, steps and minutes."""
