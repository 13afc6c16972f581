"""The room notices: who must be told what, until when, and the proof that he was told.

For: every notice the rules owe a person or a unit — a result, a plan, a date — with its last day and its proof.
Words: a notice is *owed* by an act of a higher room and *given* on a day, read aloud, by signed list or by letter.
Never: send anything itself, or count a notice as given without its proof.
"""
