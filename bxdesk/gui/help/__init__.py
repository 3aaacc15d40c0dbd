"""The help, the handler's call, About, and the report about a fault."""
