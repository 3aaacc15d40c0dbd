"""What the portal answers when it refuses: a code, a sentence, a status, sometimes more."""

from __future__ import annotations

from typing import Any

# The portal's statuses differ between cloud, box and documentation; these are the cloud's.
_STATUSES = {
    "expired_token": 401,
    "invalid_token": 401,
    "authorization_error": 401,
    "NO_AUTH_FOUND": 401,
    "APPLICATION_NOT_FOUND": 401,
    "PAYMENT_REQUIRED": 402,
    "insufficient_scope": 403,
    "ACCESS_DENIED": 403,
    "user_access_error": 403,
    "WRONG_AUTH_TYPE": 403,
    "PORTAL_DELETED": 403,
    "ERROR_METHOD_NOT_FOUND": 404,
    "ERROR_BATCH_METHOD_NOT_ALLOWED": 405,
    "OPERATION_TIME_LIMIT": 429,
    "INTERNAL_SERVER_ERROR": 500,
    "ERROR_UNEXPECTED_ANSWER": 500,
    "QUERY_LIMIT_EXCEEDED": 503,
    "OVERLOAD_LIMIT": 503,
    "CONNECTION_ERROR": 401,
    # The authorization server says this one with a success status.
    "WRONG_CLIENT": 200,
}

_DESCRIPTIONS = {
    "expired_token": "The access token provided has expired.",
    "invalid_token": "Unable to get application by token",
    "authorization_error": "Unable to authorize user",
    "NO_AUTH_FOUND": "Wrong authorization data",
    "APPLICATION_NOT_FOUND": "Application not found",
    "PAYMENT_REQUIRED": "Payment required",
    "insufficient_scope": "The request requires higher privileges than provided by the access token",
    "ACCESS_DENIED": "Access denied!",
    "user_access_error": "The user does not have access to the application.",
    "WRONG_AUTH_TYPE": "Application context required",
    "PORTAL_DELETED": "Portal was deleted",
    "ERROR_METHOD_NOT_FOUND": "Method not found!",
    "OPERATION_TIME_LIMIT": "Method is blocked due to operation time limit.",
    "INTERNAL_SERVER_ERROR": "Internal server error",
    "ERROR_UNEXPECTED_ANSWER": "Server returned an unexpected response",
    "QUERY_LIMIT_EXCEEDED": "Too many requests",
    "OVERLOAD_LIMIT": "REST API is blocked due to overload.",
    "invalid_request": "Invalid request",
    "invalid_client": "Client not found or the secret is wrong",
    "invalid_grant": "Invalid grant",
    "invalid_scope": "More was asked than the application's card grants",
    "CONNECTION_ERROR": "Error connecting to authorization server",
    "WRONG_CLIENT": "Wrong client",
    "NOT_INSTALLED": "Application not installed",
}


class PortalError(Exception):
    """A refusal. `extra` is sent beside the code and the description (for instance `argument`)."""

    def __init__(self, code: str, description: str | None = None, *, status: int = 0, **extra: object) -> None:
        super().__init__(code)
        self.code = code
        self.description = _DESCRIPTIONS.get(code, code) if description is None else description
        self.status = status or _STATUSES.get(code, 200 if code.startswith(("EMPTY_", "INVALID_")) else 400)
        self.extra: dict[str, Any] = dict(extra)

    def payload(self) -> dict[str, Any]:
        """The JSON object that goes out."""
        return {"error": self.code, "error_description": self.description, **self.extra}


def empty_argument(name: str) -> PortalError:
    """The refusal of a call whose argument `name` is missing."""
    return PortalError("ERROR_ARGUMENT", f"Argument '{name}' is null or empty", argument=name)
