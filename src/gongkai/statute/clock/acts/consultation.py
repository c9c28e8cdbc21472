"""Asking a third party or another organ: 条例第三十二条, 第三十四条, 第三十三条第三款.

The two are never merged: a third party's silence leaves the decision to the organ, a
co-producing organ's silence is its consent. What is not counted is told in
docs/interpretations/0012-pause.md.
"""

from dataclasses import dataclass
from datetime import date

from gongkai.statute.clock.acts.act import (
    Act,
    Offer,
    Refusal,
    letter_reached,
    refuse,
    standstill,
)
from gongkai.statute.clock.course import Consultation, Course
from gongkai.statute.clock.steps import Step, StepKind
from gongkai.statute.clock.words import in_full


@dataclass(frozen=True, slots=True)
class _Asked:
    """What differs between the two kinds of consultation."""

    asks: StepKind
    answers: StepKind
    who: str
    article: str
    silence: str

    def days(self, course: Course) -> int:
        """Return the working days in which the opinion is due."""
        if self.asks is StepKind.THIRD_PARTY_CONSULTED:
            return course.rules.third_party_opinion.working_days
        return course.rules.other_organ_opinion.working_days

    def unanswered(self, course: Course) -> list[Consultation]:
        """Return the letters of this kind without an opinion, oldest first."""
        return [
            each
            for each in course.consultations
            if each.step.kind is self.asks and each.replied_on is None
        ]

    def running(self, course: Course, day: date) -> list[Consultation]:
        """Return those whose opinion is not yet late."""
        return [each for each in self.unanswered(course) if day <= each.ends_on]

    def ask_refusal(self, course: Course, _day: date) -> Refusal | None:
        return standstill(course)

    def ask(self, course: Course, step: Step) -> None:
        due_on = course.due_on(step.on)
        pauses = not step.secrecy_referral or course.settings.secrecy_referral_pauses
        if not pauses:
            course.warnings.append(
                "报保密行政管理部门或者有关主管部门确定是否可以公开，所需时间不在扣除之列；"
                "期限内答复不了的，应当延长答复期限。"
            )
        elif due_on is not None and course.pause_begins_after(step) >= due_on:
            course.warnings.append(
                f"{in_full(step.on)}征求{self.who}意见时，答复期限（{in_full(due_on)}）"
                "已经没有剩余，所需时间无从扣除。"
            )
        course.consultations.append(
            Consultation(
                step, course.add(letter_reached(step), self.days(course)), pauses
            )
        )

    def offer_to_ask(self, course: Course, day: date) -> Offer:
        due_on = course.due_on(day)
        time = "所需时间不计入答复期限"
        if due_on is not None and day >= due_on:
            time = "答复期限已经没有剩余，所需时间无从扣除"
        return Offer(
            f"书面征求{self.who}意见，对方自收到之日起{self.days(course)}个工作日内答复；"
            f"{time}；{self.silence}",
            self.article,
        )

    def answer_refusal(self, course: Course, _day: date) -> Refusal | None:
        if self.unanswered(course):
            return None
        return Refusal(
            f"没有尚未答复的征求{self.who}意见书。请先登记征求意见，或者核对是谁的意见。",
            self.article,
        )

    def answer_caution(self, course: Course, day: date) -> str | None:
        if self.running(course, day):
            return None
        return self._too_late(max(each.ends_on for each in self.unanswered(course)))

    def answer(self, course: Course, step: Step) -> None:
        """Take the opinion for the oldest letter that still runs, or for its party."""
        running = self.running(course, step.on)
        waiting = running or self.unanswered(course)
        if step.party:
            waiting = self._sent_to(course, step.party)
        waiting[0].replied_on = step.on
        if running and waiting[0].ends_on < step.on:
            course.warnings.append(self._too_late(waiting[0].ends_on))

    def _sent_to(self, course: Course, party: str) -> list[Consultation]:
        named = [each for each in self.unanswered(course) if each.step.party == party]
        if not named:
            raise refuse(
                f"没有向“{party}”发出而尚未答复的征求意见书。请核对名称，或者先登记征求意见。",
                self.article,
            )
        return named

    def _too_late(self, ends_on: date) -> str:
        return (
            f"{self.who}的意见期限到{in_full(ends_on)}为止，逾期提出的意见不影响期限；"
            f"{self.silence}"
        )

    def offer_to_answer(self, course: Course, day: date) -> Offer:
        first = min(each.ends_on for each in self.running(course, day))
        return Offer(
            f"登记{self.who}的意见，答复期限自次日起继续计算。", self.article, by=first
        )


_THIRD_PARTY = _Asked(
    StepKind.THIRD_PARTY_CONSULTED,
    StepKind.THIRD_PARTY_REPLIED,
    "第三方",
    "32",
    "逾期未提出意见的，由本机关依照条例决定是否公开。",
)
_OTHER_ORGAN = _Asked(
    StepKind.OTHER_ORGAN_CONSULTED,
    StepKind.OTHER_ORGAN_REPLIED,
    "其他机关",
    "34",
    "共同制作机关逾期未提出意见的，视为同意公开。",
)


def _ask(asked: _Asked) -> Act:
    return Act(asked.asks, asked.ask, asked.offer_to_ask, refusal=asked.ask_refusal)


def _answer(asked: _Asked) -> Act:
    return Act(
        asked.answers,
        asked.answer,
        asked.offer_to_answer,
        refusal=asked.answer_refusal,
        caution=asked.answer_caution,
    )


THIRD_PARTY_CONSULTED, THIRD_PARTY_REPLIED = _ask(_THIRD_PARTY), _answer(_THIRD_PARTY)
OTHER_ORGAN_CONSULTED, OTHER_ORGAN_REPLIED = _ask(_OTHER_ORGAN), _answer(_OTHER_ORGAN)
