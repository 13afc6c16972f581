"""The law and its arithmetic: pure functions over frozen facts, without framework, clock, files or chance."""
