"""What the review does not take, and why."""

from gongkai.statute.review.standing import ReviewStanding, ReviewState
from gongkai.statute.review.steps import ReviewAct, ReviewStep

_REVIEWERS_ACTS = {ReviewAct.APPROVED, ReviewAct.RETURNED, ReviewAct.REFERRED}
_WITH_REASON = {ReviewAct.RETURNED, ReviewAct.REFERRED, ReviewAct.CLEARED}
_OPEN = {ReviewState.UNDER_REVIEW, ReviewState.REFERRED}


def refusal_of(standing: ReviewStanding, step: ReviewStep) -> str:
    """Return why the act cannot be taken now by this person, or nothing."""
    if step.act in _WITH_REASON and not step.reason.strip():
        return f"{step.act.label}要写明理由。请填写。"
    if step.act in _REVIEWERS_ACTS:
        return _reviewer(standing, step)
    if step.act is ReviewAct.SUBMITTED:
        return _submission(standing)
    if step.act is ReviewAct.RECALLED:
        return _recall(standing, step)
    if standing.state is not ReviewState.REFERRED:
        return "这条信息没有报请保密确认，不用登记确认结果。"
    return ""


def _submission(standing: ReviewStanding) -> str:
    if standing.state in _OPEN:
        return "这条信息已在审核中。要修改，请先撤回送审。"
    return ""


def _recall(standing: ReviewStanding, step: ReviewStep) -> str:
    if standing.state not in _OPEN:
        return "这条信息不在审核中，不用撤回。"
    if standing.acted.get(step.by) not in {"起草", "提交"}:
        return "送审由起草人、提交人撤回。要退给他修改，请用“退回修改”。"
    return ""


def _reviewer(standing: ReviewStanding, step: ReviewStep) -> str:
    if standing.state is ReviewState.REFERRED and step.act is not ReviewAct.RETURNED:
        return "这条信息正在报请保密确认，登记确认结果后再审。"
    if standing.state not in _OPEN or standing.level is None:
        return f"这条信息现在是“{standing.state.label}”，没有等待审核。请刷新页面。"
    waiting = standing.level.label
    if step.level is not standing.level:
        return f"这条信息现在等待{waiting}。请由有{waiting}权限的同事办理。"
    return _same_person(standing, step, waiting) or _other_content(standing, step)


def _same_person(standing: ReviewStanding, step: ReviewStep, waiting: str) -> str:
    """Three reviewers are three persons, and none of them wrote the item."""
    for person in (step.by, step.instead_of):
        did = standing.acted.get(person) if person else None
        if did:
            who = "您" if person == step.by else "您代理的同事"
            return (
                f"{who}已经{_done(did)}，不能再作{waiting}。"
                "请由另一位有权限的同事审核。"
            )
    return ""


def _done(did: str) -> str:
    return f"{did}了这条信息" if did in {"起草", "提交"} else f"作了{did}"


def _other_content(standing: ReviewStanding, step: ReviewStep) -> str:
    if step.act is ReviewAct.APPROVED and step.content != standing.content:
        return "送审以后内容改动过，您看到的不是送审稿。请退回，由起草人重新提交。"
    return ""
