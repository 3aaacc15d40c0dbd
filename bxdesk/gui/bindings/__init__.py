"""All widgets of this app, and what can be done with them."""
