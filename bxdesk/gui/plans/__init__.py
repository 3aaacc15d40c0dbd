"""Plans: shown, carried out, settled, and taken back."""
