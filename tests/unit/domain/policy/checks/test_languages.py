"""A paragraph in another language is named, never underlined; English and Spanish aren't."""

import pytest

from smadmin.domain.policy.checks.languages import UnreadLanguage
from tests.policies import hits


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بجميع العائلات الجديدة في مدرستنا",
        "欢迎所有新家庭来到我们学校",
        "Trường đóng cửa vào thứ Hai. Học sinh trở lại trường vào thứ Ba.",
        "Xafiisku wuxuu furmayaa toddobada iyo badhka maalin kasta oo shaqo.",
        "Bienvenue à toutes les familles et à nous dans une école pour tous",
    ],
)
def test_another_language_is_named(text: str) -> None:
    (hit,) = hits(UnreadLanguage(), text)

    assert hit.span is None
    assert str(hit.message.values["begins"]) in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "😀😀",
        "Welcome!",
        "Sunflowers over the fence.",
        "¡Feliz lunes!",
        "La biblioteca abre hoy.",
        "José won.",
        "Larks 3, Hawks 2",
        "你好",
    ],
)
def test_the_two_languages_and_scraps_are_left_alone(text: str) -> None:
    assert hits(UnreadLanguage(), text) == []
