"""The words: gettext catalogues, dates and numbers as people write them."""
