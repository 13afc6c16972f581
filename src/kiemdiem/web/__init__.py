"""The room web: base templates, components, static files, and the one function that tells the moment."""
