"""The list of the app's widgets."""
