"""Drafts: what a person ticks and types, held against what stands on the portal."""
