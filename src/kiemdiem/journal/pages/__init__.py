"""What the pages of every room share about keeping an act."""
