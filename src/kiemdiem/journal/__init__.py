"""For: the append-only, hash-chained record of every act — who keyed it, when, what about, by which rows.

Words: an *entry* is one act that was carried out; the *head* is the number and hash of the last entry; a *line* is the
clock an entry runs on: one per season, because a rehearsal season has an assumed day, and one for what has no season.

Never: personal data beyond keys, the choice of a voter or an order that gives it away, an entry for something refused.
"""
