"""Money in yuan, kept as whole fen so that every database adds it up exactly."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

FEN_PER_YUAN = 100


def to_fen(yuan: Decimal) -> int:
    """Return yuan as whole fen; a part of a fen is refused."""
    fen = yuan * FEN_PER_YUAN
    if fen != fen.to_integral_value():
        raise ValidationError("金额最多到分（两位小数），请改正。")
    return int(fen)


class YuanField(models.BigIntegerField):
    """A ``Decimal`` of yuan with two places, stored as an integer of fen."""

    # what django-stubs reads of a field: what is put in and what comes out
    _pyi_private_set_type: Decimal | int  # type: ignore[assignment]
    _pyi_private_get_type: Decimal  # type: ignore[assignment]

    def from_db_value(self, value: Any, *_: Any) -> Decimal | None:
        return None if value is None else Decimal(int(value)) / FEN_PER_YUAN

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or value == "":
            return None
        try:
            yuan = Decimal(str(value))
        except ArithmeticError as error:
            raise ValidationError("请填写金额（元），如 1200.50。") from error
        to_fen(yuan)
        return yuan

    def get_prep_value(self, value: Any) -> int | None:
        yuan = self.to_python(value)
        return None if yuan is None else to_fen(yuan)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return models.Field.formfield(
            self,
            form_class=forms.DecimalField,
            decimal_places=2,
            max_digits=16,
            **kwargs,
        )
