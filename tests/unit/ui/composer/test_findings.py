"""The findings beside the text."""

from dataclasses import replace

from smadmin.domain.ids import AccountId, PersonId, PhotoId
from smadmin.domain.messages import say
from smadmin.domain.policy.findings import Finding, Remedy, Severity, Span
from smadmin.domain.posts import Content, Override, Picture
from smadmin.services.policy import Policy
from smadmin.ui.composer.findings import MOST_HINTS, hints_of, lines_of, mended, none_said
from smadmin.ui.theme import State

PACK = Policy.shipped().pack("baltimore-city-md")
X, FACEBOOK = AccountId("x"), AccountId("facebook")


def finding(
    words: str,
    start: int,
    severity: Severity = Severity.WARN,
    *,
    instead: str = "",
    place: str = "text",
    judgement: bool = True,
) -> Finding:
    span = Span(start, start + len(words))
    remedy = Remedy(say("policy.say-instead", words=instead), span, instead) if instead else None
    return Finding(
        "full-name", "BAL-B1j2", span, words, say("policy.all-caps"), severity, remedy, place, judgement
    )


def test_the_same_finding_on_two_accounts_is_one_line() -> None:
    found = finding("Lena Novak", 0)
    content = Content(text="Lena Novak", accounts=(X, FACEBOOK))

    lines = lines_of({X: (found,), FACEBOOK: (found,)}, content, PACK)

    assert [line.finding for line in lines] == [found]
    assert lines[0].voice is None


def test_a_finding_in_an_accounts_own_words_is_told_apart() -> None:
    found = finding("Lena Novak", 0)
    content = Content(text="Lena Novak", accounts=(X, FACEBOOK), wordings={X: "Lena Novak"})

    lines = lines_of({X: (found,), FACEBOOK: (found,)}, content, PACK)

    assert [line.voice for line in lines] == [X, None]


def test_a_line_names_the_clause_and_where_it_stands() -> None:
    line = lines_of({X: (finding("Lena Novak", 0),)}, Content(accounts=(X,)), PACK)[0]

    assert line.clause
    assert line.source == "Baltimore City Public Schools II.B.1.j"


def as_found(found: Finding, _text: str) -> Finding:
    """Mean nothing else."""
    return found


def test_hints_wait_and_are_few() -> None:
    hints = tuple(finding("GO EAGLES", 20 * one, Severity.HINT) for one in range(5))
    content = Content(accounts=(X,))

    assert lines_of({X: hints}, content, PACK) == ()
    waiting = hints_of({X: hints}, content, PACK, meant=as_found)
    assert (len(waiting.shown), waiting.number) == (MOST_HINTS, 5)


def test_only_where_the_policy_leaves_judgement_may_a_finding_stand() -> None:
    found = (finding("a", 0, Severity.BLOCK, judgement=False), finding("b", 5, Severity.BLOCK))

    lines = lines_of({X: found}, Content(accounts=(X,)), PACK)

    assert [(line.state, line.may_stand) for line in lines] == [(State.STOP, False), (State.STOP, True)]


def test_what_somebody_let_stand_is_not_shown_again() -> None:
    found = finding("Lena Novak", 0)
    override = Override("full-name", "Lena Novak", "she is the principal", PersonId("maya"))

    assert lines_of({X: (found,)}, Content(accounts=(X,), overrides=(override,)), PACK) == ()


def test_a_finding_about_a_picture_says_which() -> None:
    found = finding("", 0, place="picture:two")
    content = Content(accounts=(X,), pictures=(Picture(PhotoId("one")), Picture(PhotoId("two"))))

    line = lines_of({X: (found,)}, content, PACK)[0]

    assert (line.photo, line.number) == (PhotoId("two"), 2)
    assert line.whole == say("compose.about-photo", number=2, says=found.message)


def test_all_mends_land_where_they_belong() -> None:
    text = "GO TEAM and GO BAND today"
    lines = lines_of(
        {X: (finding("GO TEAM", 0, instead="Go team!"), finding("GO BAND", 12, instead="Go band!"))},
        Content(text=text, accounts=(X,)),
        PACK,
    )

    assert mended(text, lines) == "Go team! and Go band! today"


def test_of_two_mends_that_overlap_one_is_done() -> None:
    text = "GO TEAM GO"
    lines = lines_of(
        {X: (finding("GO TEAM", 0, instead="Go team"), finding("TEAM GO", 3, instead="team go"))},
        Content(text=text, accounts=(X,)),
        PACK,
    )

    assert mended(text, lines) == "GO team go"


def test_mend_all_leaves_what_a_person_must_judge() -> None:
    span = Span(0, 6)
    asked = finding("Kroger", 0, Severity.HINT, instead="Kroger (a partner)")
    judged = replace(asked, remedy=Remedy(say("policy.disclose"), span, "Kroger (a partner)", judged=True))

    hints = hints_of({X: (asked, judged)}, Content("Kroger", (X,)), PACK, meant=as_found)

    plain, weighed = hints.shown
    assert hints.mendable == (plain,)

    assert (plain.mends_text, plain.mends_unasked) == (True, True)
    assert (weighed.mends_text, weighed.mends_unasked) == (True, False)


def test_hints_about_children_come_before_those_about_commas() -> None:
    commas = tuple(finding("a ,", 20 * one, Severity.HINT) for one in range(5))
    work = replace(finding("Mei's poem", 200, Severity.HINT), rule="student-work")

    first, *others = hints_of({X: (*commas, work)}, Content(accounts=(X,)), PACK, meant=as_found).shown

    assert first.finding == work
    assert len(others) == MOST_HINTS - 1


def test_that_nothing_was_found_is_only_said_of_what_was_read() -> None:
    x = AccountId("x")

    assert none_said(Content()) == say("compose.none-yet")
    assert none_said(Content("Sofia Martinez, 4th grade")) == say("compose.none-read")
    assert none_said(Content("The library is open.", (x,))) == say("compose.none-found")
    assert none_said(Content("The library is open.", (x,)), stopped=True) == say("compose.none-in-words")


def test_mend_all_mends_what_is_not_shown_too() -> None:
    text = "A A B B C C D D"
    hints = tuple(finding(text[at : at + 3], at, Severity.HINT, instead=text[at]) for at in (0, 4, 8, 12))

    waiting = hints_of({X: hints}, Content(text, (X,)), PACK, meant=as_found)

    assert (len(waiting.shown), len(waiting.mendable)) == (3, 4)
    assert mended(text, waiting.mendable) == "A B C D"


def test_the_dictionary_is_asked_for_what_is_shown_only() -> None:
    hints = tuple(finding("famlia", 10 * one, Severity.HINT) for one in range(5))
    asked: list[str] = []

    def meant(found: Finding, text: str) -> Finding:
        asked.append(text)
        return found

    hints_of({X: hints}, Content("famlia", (X,)), PACK, meant=meant)

    assert asked == ["famlia"] * MOST_HINTS
