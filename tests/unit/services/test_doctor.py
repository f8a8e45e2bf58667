"""What the doctor finds on this computer."""

from pathlib import Path

import pytest

from smadmin.imaging import model_files
from smadmin.services import doctor
from smadmin.services.doctor import Doctor, Health, Symptom
from smadmin.services.places import Place
from tests.school import make_school


def found(folder: Path) -> dict[str, Symptom]:
    return {symptom.what: symptom for symptom in Doctor(Place(folder, folder)).examine()}


def test_each_part_is_looked_at(tmp_path: Path) -> None:
    make_school(tmp_path, staff=("ana",))

    symptoms = found(tmp_path)

    looked_at = ["versions", "store", "space", "keyring", "sign-in", "models", "fonts", "disk", "protection"]
    assert list(symptoms) == looked_at
    assert symptoms["versions"].health is Health.GOOD
    assert symptoms["models"].health is Health.GOOD
    assert symptoms["store"].message.id == "doctor.store"


def test_a_folder_without_a_store_is_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path / "nowhere")["store"].health is Health.NOTE


def test_a_synced_folder_is_a_fault(tmp_path: Path) -> None:
    assert found(tmp_path / "Dropbox" / "school")["store"].message.id == "store.in-synced-folder"


def test_what_is_missing_has_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_MODELS", "no_such_models")

    symptoms = found(tmp_path / "Dropbox" / "school")

    missing = {what: one.remedy for what, one in symptoms.items() if one.health is Health.MISSING}
    assert {"store", "models"} <= set(missing)
    assert None not in missing.values()


def test_without_the_networks_faces_are_found_by_a_slower_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_files, "FINDER", "models/nowhere.onnx")

    models = found(tmp_path)["models"]

    assert (models.health, models.message.id) == (Health.NOTE, "doctor.models-slow")


@pytest.mark.parametrize(
    ("took_s", "health", "said"),
    [(0.2, Health.GOOD, "doctor.sign-in"), (1.6, Health.NOTE, "doctor.sign-in-slow")],
)
def test_a_computer_on_which_even_the_least_lock_takes_over_a_second_is_said_to_be_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, took_s: float, health: Health, said: str
) -> None:
    monkeypatch.setattr(doctor, "seconds_of", lambda _costs: took_s)

    found_here = found(tmp_path)["sign-in"]

    assert (found_here.health, found_here.message.id) == (health, said)
