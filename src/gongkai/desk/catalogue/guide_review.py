"""已核对: the guide was looked over and is right."""

from typing import Any

from django.utils import timezone

from gongkai.catalogue.services import review_guide
from gongkai.desk.registers.act_view import RecordActView


class ReviewGuideView(RecordActView):
    """Registers that the guide was looked over today."""

    verb = "登记已核对"
    consequence = "请先核对指南的内容和联系方式。登记后，网站上的更新日期改为今天。"

    def act_on(self, values: dict[str, Any]) -> None:  # noqa: ARG002
        review_guide(
            guide=self.object, actor=self.request.user, on=timezone.localdate()
        )
