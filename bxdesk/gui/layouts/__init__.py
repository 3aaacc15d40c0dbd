"""Layout files: opened as changes that wait, saved as what the window shows, and watched on the disk."""
