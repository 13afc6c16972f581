"""The room files: stored files, kept by the hash of their content."""
