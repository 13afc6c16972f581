"""For: long work — imports, papers, backups — that survives a killed process and says how far it is.

Words: a *kind* is what a job does, named in the table of `config.jobs`; a *lease* is how long a worker may hold a job
without a sign of life; a *turn* is one worker's try at one job.

Never: a job finished by a worker that no longer holds it, work done twice by two workers, progress told to nobody.
"""
