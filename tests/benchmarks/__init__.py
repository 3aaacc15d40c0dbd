"""Budgets, measured side by side in one run and printed as ratios; nothing here is asserted."""
