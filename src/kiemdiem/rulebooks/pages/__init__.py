"""The pages of rulebooks: the shelf, one book clause by clause, its open questions and gaps."""
