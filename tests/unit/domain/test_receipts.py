"""What a receipt says: what is gone, what became of copies, where it is written down."""

from datetime import UTC, date, datetime

from smadmin.domain.receipts import Receipt, receipt_lines

AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


def test_a_patterns_receipt_says_that_no_backup_holds_it() -> None:
    lines = receipt_lines(Receipt(row=12, at=AT, patterns=2))

    assert [line.id for line in lines] == [
        "students.receipt-patterns",
        "students.receipt-no-copies",
        "students.receipt-row",
    ]
    assert (lines[0].values["n"], lines[2].values["row"]) == (2, 12)


def test_a_childs_receipt_names_the_day_the_last_backup_ends() -> None:
    lines = receipt_lines(Receipt(12, AT, 0, portraits=1, copies_end=date(2026, 12, 21)))

    assert [line.id for line in lines][1:3] == ["students.receipt-portraits", "students.receipt-copies"]
    assert lines[2].values["day"] == date(2026, 12, 21)
