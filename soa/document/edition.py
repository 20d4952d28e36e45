"""Which document is made of an agreement: of which part, for whom, in which language."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Audience = Literal["public", "partners"]
Language = Literal["en", "gd"]

WITH_ID: Final = ("partner", "locality")
"""Parts that are about one partner or locality, and name it: `partner:council`."""
PARTS: Final = ("agreement", "summary", "committee", *WITH_ID)


class Edition(NamedTuple):
    """One document of an agreement."""

    part: str = "agreement"
    """One of `PARTS`."""
    of: str = ""
    """The id of the partner or locality that it is about; empty for the others."""
    audience: Audience = "public"
    """`partners` prints the entries that are not public too, and marks every page."""
    language: Language = "en"
    """The language of the fixed labels; the partnership's own words stay as they are."""
    draft: bool = False
    """Shows every gap in its place, and marks every page."""

    @property
    def file(self) -> str:
        """The name of its file without an ending: `agreement`, `partner-council-draft`, `summary-gd`."""
        words = [self.part, self.of, "for-partners" if self.audience == "partners" else ""]
        words += ["" if self.language == "en" else self.language, "draft" if self.draft else ""]
        return "-".join(word for word in words if word)
