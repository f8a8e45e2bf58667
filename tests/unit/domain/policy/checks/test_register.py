"""Every name of a check has its check, and no two share a name."""

from smadmin.domain.policy.check_ids import CHILD_PROTECTION, CheckId
from smadmin.domain.policy.checks.register import PICTURE_RULES, TEXT_RULES, WHOLE_RULES


def test_every_check_that_a_pack_may_name_exists_once() -> None:
    registers = (TEXT_RULES, WHOLE_RULES, PICTURE_RULES)

    assert {name for register in registers for name in register} == set(CheckId)
    assert (
        sum(len(register) for register in registers) == len(CheckId) + 1
    )  # the right of use is asked of pictures, and of music in words


def test_what_protects_children_is_a_part_of_them() -> None:
    assert CheckId.OPTED_OUT_NAME in CHILD_PROTECTION
    assert CheckId.EMOJI_ROW not in CHILD_PROTECTION
