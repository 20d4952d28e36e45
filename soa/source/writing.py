"""Writing a text as a YAML scalar, in place of one that stands there."""

import re

_PLAIN = re.compile(r"[A-Za-z0-9À-ɏ£][^\n\r\t#:]*(?:(?::(?=\S)|(?<=\S)#)[^\n\r\t#:]*)*")
"""What is the same text without quotes: no mark of YAML in it."""

_ENDS_IN_BRACKETS = re.compile(r"[,\[\]{}]")
"""What in brackets or braces would end a text that has no quotes."""

_OTHER = re.compile(r"true|false|null|[-+.]?[0-9][-+.0-9eE]*", re.IGNORECASE)
"""What would be read as something else than a text, or may be by another program."""


def as_text(text: str, before: str = "", *, in_brackets: bool = True) -> str:
    """Return ``text`` as a scalar that is read as that text, quoted as ``before`` is, the scalar that it takes the place of."""
    if before[:1] == '"' and not re.search(r'["\\\x00-\x1f]', text):
        return f'"{text}"'
    plain = before[:1] != "'" and _PLAIN.fullmatch(text) and not _OTHER.fullmatch(text) and text == text.strip()
    plain = plain and not text.endswith(":") and not (in_brackets and _ENDS_IN_BRACKETS.search(text))
    return text if plain else "'" + text.replace("'", "''") + "'"
