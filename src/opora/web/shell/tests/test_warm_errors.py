"""A form that cannot be read says what to do, and says it kindly."""

import pytest
from django import forms
from django.utils import translation


class Asking(forms.Form):
    name = forms.CharField(max_length=5)
    answer = forms.ChoiceField(choices=[("yes", "yes")])
    several = forms.MultipleChoiceField(choices=[("yes", "yes")])
    on = forms.DateField()
    many = forms.IntegerField(min_value=1)
    email = forms.EmailField()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "name", "Заполните, пожалуйста."),
        ({}, "answer", "Выберите ответ из списка."),
        ({}, "several", "Отметьте хотя бы одну строку."),
        ({}, "on", "Укажите день."),
        ({"answer": "no"}, "answer", "Такого ответа в списке уже нет. Выберите другой."),
        ({"on": "вчера"}, "on", "Напишите день так: 31.12.2026."),
        ({"name": "слишком"}, "name", "Слишком длинно: знаков 7, а помещается 5. Сократите."),
        ({"many": "0"}, "many", "Должно быть не меньше 1."),
        ({"many": "много"}, "many", "Напишите целое число."),
        ({"email": "почта"}, "email", "Это не похоже на адрес почты. Он пишется так: имя@example.org."),
    ],
)
def test_it_says_what_to_do(typed: dict[str, str], field: str, said: str) -> None:
    with translation.override("ru"):
        assert Asking(typed).errors[field] == [said]
