"""The room rulebooks: which book a committee applies, read as it chose to read it.

For: the shipped books clause by clause, the readings a committee chose, the gaps it filled, and who signed for them.
Words: an *overlay* is one choice laid over a book; the *effective rulebook* is the book with all its overlays.
Never: change a shipped book, or choose a reading without saying who did and on what ground.
"""
