"""One season played without a screen: fictional people on a real plan, only through the commands of the rooms."""
