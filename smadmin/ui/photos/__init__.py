"""The photos screen: folders, the contact sheet, deciding about faces, the second look."""
