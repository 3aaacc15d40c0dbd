"""Whether people see widgets: checks, proofs, try-outs."""
