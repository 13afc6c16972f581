"""For: who may sign in, and proving that it is he: accounts in bulk, one-time passwords, locks against guessing.

Words: a *slip* is a user name with its one-time password, shown once to be printed; a *lock* is the quarter of an hour
in which nobody can sign in under a name from a place, because too many wrong passwords came from there.

Never: rights (`org` grants them over units and days), a password in the journal or in a file, an account for a member
only because he is one.
"""
