"""Files of bxdesk's own: where they are, written atomically, by one writer at a time; what is kept in them."""
