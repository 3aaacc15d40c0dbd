"""What can be bound and what should change. Pure: no Qt, no network, no disk."""
