"""Every character of the agreement can be printed as it is in every document that is made of it."""

from collections.abc import Iterator

from soa.language.letters import in_brackets, lacking, name_of
from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_UNPRINTED = frozenset(("logo",))
"""Keys that no document prints."""
_WRITE = "Write in words, in Latin letters, what it says."
_TAKE_OUT = "Take it out, and type the words around it again."
_MOST_NAMED = 3
_MOST_LISTED = 5


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look through every text: one finding for each character, however often it stands there."""
    found: dict[tuple[str, ...], list[Path]] = {}
    told: dict[str, tuple[str, ...]] = {}
    for path, text in _texts(subject):
        characters = lacking(text)
        new = tuple(one for one in characters if one not in told)
        told.update(dict.fromkeys(new, new))
        if characters:
            found.setdefault(new or told[characters[0]], []).append(path)
    for characters, paths in found.items():
        yield _problem(characters, *paths)


def _texts(subject: Subject[Agreement]) -> Iterator[tuple[Path, str]]:
    """Every text with more than plain letters."""
    for parts in subject.lookup.by_type.values():
        for path, part in parts:
            for key, value in part.__dict__.items():
                if type(value) is str:
                    if not value.isascii() and key not in _UNPRINTED:
                        yield (*path, key), value
                elif type(value) is tuple:
                    for index, text in enumerate(value):
                        if type(text) is str and not text.isascii():
                            yield (*path, key, index), text


def _problem(characters: tuple[str, ...], first: Path, *others: Path) -> Problem:
    said = ", ".join(_called(one) for one in characters[:_MOST_NAMED])
    said += f" and {len(characters) - _MOST_NAMED} more" if len(characters) > _MOST_NAMED else ""
    hidden = all(name_of(one).startswith("U+") for one in characters)
    case, what = ("hidden", _TAKE_OUT) if hidden else ("letter", _WRITE)
    return Problem(
        case,
        f"the character{'s' if len(characters) > 1 else ''} {said} {'are' if len(characters) > 1 else 'is'} in none of the fonts of the published documents",
        at=first,
        help=f"{what} As it is, the documents say {in_brackets(''.join(characters))}.",
        related=tuple((path, "here too") for path in others[:_MOST_LISTED]),
    )


def _called(character: str) -> str:
    """`older woman (U+1F475)`; the number alone where there is no name."""
    number = f"U+{ord(character):04X}"
    name = name_of(character)
    return name if name == number else f"{name} ({number})"


RULE = Rule(
    family="plain-english",
    summary="Every character can be printed as it is in every document that is made of the agreement.",
    authority="practice",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="Documents are published in fonts with the letters of English, Gaelic, Scots, Welsh, Polish and the other languages in Latin, Greek or Cyrillic letters. A pasted emoji, a letter of another script or a character that turns the text around it would be an empty box or stop the publication; its name is printed in brackets instead, the same in every format.",
    question="What does this sign say, in words?",
    cases={
        "letter": Case("warning", _WRITE),
        "hidden": Case("warning", _TAKE_OUT),
    },
    on=(Agreement,),
    example_of="place",
    bad="""
place:
  text: Strathbeg has 61,000 people. A third of them are over 65 \U0001f475.  # here
""",
    good="""
place:
  text: Strathbeg has 61,000 people. A third of them are over 65, and Zoë MacPhàrlain of Àird speaks for them.
""",
    check=check,
    decided="A warning, once for each character, with the other places beside it: the agreement is published all the same. Characters that leave no trace, such as the joiners inside an emoji, are left out silently.",
)
