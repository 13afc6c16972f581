"""The room rulebooks: the shelf of rulebooks and the committee's own layers on them."""
