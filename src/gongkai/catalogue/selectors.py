"""What is read of guides."""

from datetime import date

from django.db.models import Q, QuerySet

from gongkai.catalogue.models import Guide
from gongkai.statute.guide import GuideElement, last_review_overdue


def elements_of(guide: Guide) -> dict[GuideElement, str]:
    """Return what a guide says to each element; six of the nine stand with the organ.

    An e-mail address or a website is an 互联网联系方式.
    """
    organ = guide.organ
    return {
        GuideElement.CLASSIFICATION: guide.classification,
        GuideElement.ARRANGEMENT: guide.arrangement,
        GuideElement.WAYS_TO_OBTAIN: guide.ways_to_obtain,
        GuideElement.WORK_BODY: guide.work_body,
        GuideElement.ADDRESS: organ.address,
        GuideElement.OFFICE_HOURS: organ.office_hours,
        GuideElement.PHONE: organ.phone,
        GuideElement.FAX: organ.fax,
        GuideElement.INTERNET_CONTACT: organ.email or organ.website,
    }


def guides_to_review(guides: QuerySet[Guide], today: date) -> QuerySet[Guide]:
    """Return the guides that nobody has looked over for more than a year."""
    last = last_review_overdue(today)
    return guides.filter(Q(reviewed_on__isnull=True) | Q(reviewed_on__lt=last))
