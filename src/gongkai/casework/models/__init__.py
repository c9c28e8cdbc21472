from gongkai.casework.models.disclosure_request import (
    DisclosureRequest,
    RequestChannel,
)

__all__ = ["DisclosureRequest", "RequestChannel"]
