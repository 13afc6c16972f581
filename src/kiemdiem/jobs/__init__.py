"""The room jobs: long work that survives a killed process."""
