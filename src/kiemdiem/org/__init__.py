"""The room org: units and people, dated, and the rights granted over them."""
