"""Who may look over the whole season, inspect one result, and make accounts for an organisation."""

ADMINISTRATION = frozenset({"administrator", "officer"})

ACTS: dict[str, frozenset[str]] = {
    "desk.see_board": frozenset({"officer", "clerk", "supervisor", "inspector"}),
    "desk.inspect_result": frozenset({"officer", "inspector"}),
    "desk.open_accounts": ADMINISTRATION,
    "desk.renew_slips": ADMINISTRATION,
}
