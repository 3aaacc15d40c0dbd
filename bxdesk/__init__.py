"""bxdesk puts an application's widgets into a Bitrix24 portal."""

__version__ = "0.1.0"
