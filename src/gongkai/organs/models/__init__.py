from gongkai.organs.models.account import Account
from gongkai.organs.models.calendar_notice import CalendarNotice
from gongkai.organs.models.leadership import LeadershipMember, LeadershipPosition
from gongkai.organs.models.office import Office
from gongkai.organs.models.organ import Organ, OrganLevel
from gongkai.organs.models.person import Person, RoleAssignment
from gongkai.organs.models.record import RegisterRecord
from gongkai.organs.models.tally import Tally

__all__ = [
    "Account",
    "CalendarNotice",
    "LeadershipMember",
    "LeadershipPosition",
    "Office",
    "Organ",
    "OrganLevel",
    "Person",
    "RegisterRecord",
    "RoleAssignment",
    "Tally",
]
