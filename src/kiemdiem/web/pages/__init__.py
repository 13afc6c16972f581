"""The pages that belong to no room: the size of the text, and what is said when a page cannot be shown."""
