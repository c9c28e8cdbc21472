import pytest

from factories.organs import OrganFactory

FORM = "/o/YX01/apply/form/"
ANSWERS = {
    "kind": {"applicant_kind": "natural_person"},
    "applicant": {
        "name": "林小满",
        "identity_kind": "id_card",
        "identity_number": "11010519491231002X",
        "phone": "0000-7654321",
    },
    "subject": {"information": "2021年教师招聘方案"},
    "supply": {"supply_form": "electronic"},
    "files": {},
}
ORGANISATION = {
    "name": "云溪县示例公司",
    "identity_kind": "other",
    "identity_number": "示例1号",
    "contact_person": "林小满",
    "email": "lin@example.cn",
}


@pytest.fixture
def organ(db):
    return OrganFactory(code="YX01", name="云溪县示例局", phone="0000-1234567")


@pytest.fixture
def answer(client, organ):
    """Answer a step of the form; ``changed`` replaces answers, ``go`` the button."""

    def post(step, go="next", **changed):
        return client.post(f"{FORM}{step}/", {**ANSWERS[step], "go": go, **changed})

    return post


@pytest.fixture
def fill(answer):
    """Answer every step up to the review, some with other answers."""

    def run(**changed):
        for step in ANSWERS:
            response = answer(step, **changed.get(step, {}))
            assert response.status_code == 302, step
        assert response.url == f"{FORM}review/"

    return run


@pytest.fixture
def send(client, fill):
    """Fill the form and send it; return number and code from the receipt."""

    def run(**changed):
        fill(**changed)
        response = client.post(f"{FORM}review/", follow=True)
        receipt = response.context["receipt"]
        return receipt.number, receipt.code

    return run
