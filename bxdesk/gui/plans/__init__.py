"""Plans: shown, carried out, recovered, and taken back."""
