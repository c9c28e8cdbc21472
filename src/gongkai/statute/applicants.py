"""Kinds of applicants: the columns of table three.

国办公开办函〔2021〕30号, 表三「申请人情况」: 自然人, and under 法人或其他组织
the other five.
"""

from enum import StrEnum


class ApplicantKind(StrEnum):
    """The column of table three that a request counts in, fixed at registration."""

    NATURAL_PERSON = "natural_person"
    COMMERCIAL_ENTERPRISE = "commercial_enterprise"
    RESEARCH_INSTITUTION = "research_institution"
    PUBLIC_INTEREST_ORGANIZATION = "public_interest_organization"
    LEGAL_SERVICE_ORGANIZATION = "legal_service_organization"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The heading printed over the column."""
        return _LABELS[self]


_LABELS = {
    ApplicantKind.NATURAL_PERSON: "自然人",
    ApplicantKind.COMMERCIAL_ENTERPRISE: "商业企业",
    ApplicantKind.RESEARCH_INSTITUTION: "科研机构",
    ApplicantKind.PUBLIC_INTEREST_ORGANIZATION: "社会公益组织",
    ApplicantKind.LEGAL_SERVICE_ORGANIZATION: "法律服务机构",
    ApplicantKind.OTHER: "其他",
}
