"""The room exchange: what comes in from and goes out to other files and bodies.

For: an Excel file of units, people, posts and outside grades, read, shown as differences, then taken over as a whole.
Words: a *row* is what a line of a sheet says; a *step* is one act it leads to; a *fault* stops the whole file;
a *question* asks who is the same person; *missing* is what is on the register and not in the file.
Never: delete anybody, match people by name, or write half a file.
"""
