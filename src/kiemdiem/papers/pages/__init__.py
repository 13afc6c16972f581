"""The pages of papers and of the counter for dossiers."""
