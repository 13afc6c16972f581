"""The room meetings: review meetings in their order, with roll, steps and minutes.

Words: a *line* is one subject under review at one meeting; a *held* line waits for the supplementary meeting; a *mark*
says that something took place out of order and which body may accept it.

Never: a gate that fails for one person stops the meeting; an entry of the minutes is changed in place.
"""
