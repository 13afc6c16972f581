"""The room papers: every paper and table, and the dossiers they belong to."""
