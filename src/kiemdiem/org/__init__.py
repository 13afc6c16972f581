"""The room org: units and people, dated, and the rights granted over them.

For: who and what existed on a day, as far as it was known on another day; who may act over which part of the tree.
Words: a *membership* is where a member takes part; a *seat* is a place in a body; a *standing* is probationary,
official, exempt or suspended. Each fact holds over a half-open period and is never overwritten: it is superseded.
Never: match people by name, delete anybody, or read rights from a post.
"""
