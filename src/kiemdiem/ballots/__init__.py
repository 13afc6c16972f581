"""The room ballots: secret rounds on paper, counted twice.

Words: a *round* is one vote of one ballot at one meeting; a *line* is one name on its slip; a *count* is one teller's
whole sheet; an *attempt* is a pair of counts.

Never: a voter beside a mark, a time or order on a slip, a running tally, one person keying both counts.
"""
