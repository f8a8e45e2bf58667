"""What is found in a text leads to the policies and whom to ask."""

import pytest

from tests.gui.composer.conftest import Sitting


@pytest.mark.demand("BAL-D7")
def test_what_is_found_leads_to_the_policies_and_whom_to_ask(at_compose: Sitting) -> None:
    findings = at_compose.screen.writing.findings
    assert findings.policies.isHidden()
    child = at_compose.child(opted_out=False)
    at_compose.choose(0)
    at_compose.write(f"Well done, {child.first_name} {child.last_name}!")
    at_compose.until_found(1)

    assert findings.policies.isVisibleTo(at_compose.screen)
    findings.policies.click()

    assert at_compose.doors.opened[-1] == ("school", None)
