"""For: files handed in — scans, signed papers, uploads — kept under the hash of their content; and backups of it all.

Words: a *content* is bytes under their sha256 in the home folder; a *stored file* is what people call it; an *archive*
is one backup: the database, the contents and a manifest.

Never: a file changed after it was kept, a content under a name people chose, a secret in an ordinary archive.
"""
