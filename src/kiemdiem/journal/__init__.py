"""The room journal: the append-only, hash-chained log of every act."""
