"""A portal on the wire: REST, batch, errors, OAuth, snapshot, carrying out steps. Async, no Qt."""
