"""Fusion without its gradients, for desktops that bring no Qt style of their own. Windows and macOS keep theirs."""
