"""The room desk: what each role has to do now, and the season at a glance."""
