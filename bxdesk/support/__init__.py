"""What bxdesk needs to be looked after: log, masking, resources, diagnostics, self-check."""
