"""The room exchange: what comes in from and goes out to other files and bodies."""
