"""The room notices: what was told to whom, when, and the proof of it."""
