"""What a person chooses about bxdesk itself."""
