"""The paragraph on remedies that a decision carries.

行政复议法第二十条第三款、第二十三条第二款 and 法释〔2018〕1号第六十四条: what is not
told lengthens the periods to a year. 行政复议法第二十二条第二款: served by internet,
the online channel is told too (docs/interpretations/0037-remedy-paragraph.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies.periods import period_on
from gongkai.statute.remedies.rule import (
    ReconsiderationBody,
    RemedyOrder,
    RemedyRule,
)


@dataclass(frozen=True)
class Body:
    """A body as the paragraph names it; the address stands in brackets."""

    name: str
    address: str = ""

    @property
    def text(self) -> str:
        """Name and address."""
        return f"{self.name}（地址：{self.address}）" if self.address else self.name


def remedy_paragraph(
    rule: RemedyRule,
    *,
    bodies: Mapping[ReconsiderationBody, Body],
    court: Body,
    served_online: bool = False,
    online_channel: str = "",
    document: str = "本告知书",
) -> str:
    """Return the paragraph; empty for an act that is not to be attacked.

    Raises ``StatuteError`` where the name of a body, of the court or, served online,
    the online channel is wanting.

    >>> from datetime import date
    >>> from gongkai.statute.remedies.rule import choice_rule
    >>> print(remedy_paragraph(
    ...     choice_rule(date(2024, 3, 1)),
    ...     bodies={ReconsiderationBody.GOVERNMENT: Body("某某县人民政府")},
    ...     court=Body("某某县人民法院")))  # doctest: +ELLIPSIS
    如对本告知书不服，可以自收到之日起60日内向某某县人民政府申请行政复议，...
    """
    if not rule.is_told:
        return ""
    if served_online and not online_channel.strip():
        raise StatuteError(
            "通过互联网送达的，应当同时告知提交行政复议申请的互联网渠道。"
            "请在机关设置中填写。",
            article="《行政复议法》第二十二条第二款",
        )
    words = _Words(rule, _named(rule, bodies), _named_court(court), document)
    channel = online_channel.strip() if served_online else ""
    online = f"行政复议申请也可以通过{channel}提交。" if channel else ""
    return words.sentences() + online


@dataclass(frozen=True)
class _Words:
    """The sentences, with names and periods filled in."""

    rule: RemedyRule
    body: str
    court: str
    document: str

    def sentences(self) -> str:
        match self.rule.order:
            case RemedyOrder.RECONSIDERATION_FIRST:
                return self.first("不予公开的决定")
            case RemedyOrder.PARTLY_FIRST:
                rest = self.choice(f"对{self.document}的其他内容不服的")
                return self.first("不予公开部分的决定") + rest
            case _:
                return self.choice(f"如对{self.document}不服")

    def first(self, act: str) -> str:
        return (
            f"如对{self.document}{act}不服，应当自收到之日起"
            f"{self.period('reconsideration.apply')}内先向{self.body}申请行政复议；"
            "对行政复议决定不服的，可以自收到复议决定书之日起"
            f"{self.period('litigation.after_reconsideration')}内向{self.court}"
            "提起行政诉讼。"
        )

    def choice(self, opening: str) -> str:
        return (
            f"{opening}，可以自收到之日起{self.period('reconsideration.apply')}内"
            f"向{self.body}申请行政复议，或者自收到之日起"
            f"{self.period('litigation.direct')}内直接向{self.court}提起行政诉讼。"
        )

    def period(self, key: str) -> str:
        return period_on(key, self.rule.decided_on).words


def _named(rule: RemedyRule, bodies: Mapping[ReconsiderationBody, Body]) -> str:
    missing = [
        body.label
        for body in rule.bodies
        if body not in bodies or not bodies[body].name.strip()
    ]
    if missing:
        raise StatuteError(
            f"还不知道{'、'.join(missing)}的名称，写不出复议机关。请在机关设置中填写。",
            article=rule.articles[-1],
        )
    return "或者".join(bodies[body].text for body in rule.bodies)


def _named_court(court: Body) -> str:
    if not court.name.strip():
        raise StatuteError(
            "还不知道管辖法院的名称，写不出起诉途径。请在机关设置中填写。",
            article="《行政诉讼法》第四十六条",
        )
    return court.text
