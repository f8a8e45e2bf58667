"""The stamp decides what is installed; the requirements decide what belongs."""

from house import environment


def test_names_are_compared_as_pip_does() -> None:
    assert environment._plain("Face_Recognition.Models") == "face-recognition-models"


def test_the_requirements_name_what_belongs_and_no_compiled_dlib() -> None:
    named = environment._named("runtime")

    assert {"pyside6-essentials", "dlib-bin", "face-recognition", "face-recognition-models"} <= named
    assert "dlib" not in named


def test_all_that_runs_is_there_for_developers_in_the_same_version() -> None:
    def pins(kind: str) -> set[str]:
        lines = (environment.ROOT / f"requirements/{kind}.txt").read_text("utf-8").splitlines()
        return {line for line in lines if "==" in line and not line.startswith(" ")}

    assert pins("runtime") <= pins("dev")


def test_a_changed_file_changes_the_stamp() -> None:
    assert environment._digest("requirements/runtime.txt") != environment._digest("requirements/dev.txt")
