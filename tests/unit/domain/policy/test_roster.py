"""The index knows every usual form of a name, and its size doesn't matter to a lookup."""

from smadmin.domain.policy.roster import NOBODY, People, PersonName, tokens_of


def test_names_fall_into_folded_tokens() -> None:
    assert tokens_of("García-López") == ("garcia", "lopez")
    assert tokens_of("O\u2019Brien") == ("obrien",)
    assert tokens_of("  ") == ()


def test_a_double_surname_is_known_whole_and_by_either_half() -> None:
    families = People.of([PersonName("Ana", "de la Cruz García")]).names[("ana",)]

    assert {("de", "la", "cruz", "garcia"), ("cruz",), ("garcia",), ("cruz", "garcia")} <= families.keys()
    assert ("de",) not in families


def test_nicknames_count_whether_common_or_the_childs_own() -> None:
    people = People.of([PersonName("Francisco", "Vega", nicknames=("Panchito",))])

    assert {("francisco",), ("paco",), ("panchito",)} <= people.names.keys()


def test_of_two_children_of_one_name_the_opted_out_one_counts() -> None:
    people = People.of([PersonName("Ana", "Vega"), PersonName("Ana", "Vega", opted_out=True)])

    assert people.names[("ana",)][("vega",)].opted_out


def test_a_name_without_a_family_name_is_never_a_full_name() -> None:
    assert not People.of([PersonName("Ana", ""), PersonName("", "Vega")]).names
    assert not NOBODY.names


def test_only_a_child_whose_family_said_no_is_looked_for_by_a_further_given_name() -> None:
    names = [PersonName("Juan Carlos de J", "Vega", opted_out=True), PersonName("Sofía Ann", "Lee")]

    assert People.of(names).further.keys() == {("carlos",)}
