"""Work that runs beside the window, and what comes of it."""
