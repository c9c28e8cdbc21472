"""An officer's own account: who he is here, what he may do, his password."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.generic import FormView

from gongkai.desk.registers.furniture import HOME
from gongkai.organs.models import RoleAssignment
from gongkai.organs.roles import Role


class AccountView(FormView):
    """Shows the account's person and roles; changes the password."""

    template_name = "desk/account/account.html"
    form_class = PasswordChangeForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: Any) -> HttpResponse:
        form.save()
        update_session_auth_hash(self.request, form.user)
        messages.success(self.request, "密码已修改，下次登录用新密码。")
        return HttpResponseRedirect(reverse("desk_account"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account: Any = self.request.user
        held = RoleAssignment.objects.filter(person__account=account)
        return super().get_context_data(**kwargs) | {
            "page_title": "我的账号",
            "breadcrumbs_items": [HOME, {"url": "", "label": "我的账号"}],
            "account": account,
            "person": getattr(account, "person", None),
            "roles": [
                (Role(one.role).label, one.organ)
                for one in held.select_related("organ")
            ],
        }


def admin_urls() -> list[URLPattern]:
    """Return the addresses below /desk/."""
    return [path("my-account/", AccountView.as_view(), name="desk_account")]
