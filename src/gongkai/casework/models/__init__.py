from gongkai.casework.models.amended_request import AmendedRequest
from gongkai.casework.models.applicant import (
    Applicant,
    IdentityKind,
    JointApplicant,
)
from gongkai.casework.models.case_file import CaseFile, CaseFileKind
from gongkai.casework.models.case_step import CaseStep
from gongkai.casework.models.conventions import (
    CaseworkSettings,
    HeadColour,
    HeadForm,
)
from gongkai.casework.models.disclosure_request import (
    DisclosureRequest,
    RequestChannel,
    SupplyForm,
)
from gongkai.casework.models.fee import FeeDecision, FeePayment
from gongkai.casework.models.inside import InternalNote, UnitConsultation
from gongkai.casework.models.notice import (
    Delivery,
    DeliveryWay,
    Notice,
    NoticeApproval,
    NoticeStatus,
)
from gongkai.casework.models.notice_number import NoticeNumber
from gongkai.casework.models.notice_wording import NoticeWording
from gongkai.casework.models.number_series import NumberSeries
from gongkai.casework.models.record_correction import (
    CorrectionFile,
    CorrectionPerson,
    RecordCorrection,
)
from gongkai.casework.models.reminder import CalendarFeed, Reminder, ReminderState
from gongkai.casework.models.sent_form import SentForm

__all__ = [
    "AmendedRequest",
    "Applicant",
    "CalendarFeed",
    "CaseFile",
    "CaseFileKind",
    "CaseStep",
    "CaseworkSettings",
    "CorrectionFile",
    "CorrectionPerson",
    "Delivery",
    "DeliveryWay",
    "DisclosureRequest",
    "FeeDecision",
    "FeePayment",
    "HeadColour",
    "HeadForm",
    "IdentityKind",
    "InternalNote",
    "JointApplicant",
    "Notice",
    "NoticeApproval",
    "NoticeNumber",
    "NoticeStatus",
    "NoticeWording",
    "NumberSeries",
    "RecordCorrection",
    "Reminder",
    "ReminderState",
    "RequestChannel",
    "SentForm",
    "SupplyForm",
    "UnitConsultation",
]
