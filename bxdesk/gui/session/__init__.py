"""What the window knows: the portals, the one that is open, and what a person is working on."""
