"""Colours as `#rrggbb`: how well one reads on another, and the nearest that reads well enough.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). The nearest colour is looked for in Oklab
(Björn Ottosson 2020, https://bottosson.github.io/posts/oklab/), where the same hue looks the same whether light or dark.
"""

from __future__ import annotations

import re
from typing import Final

AA: Final = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, 1.4.3)."""
WHITE: Final = "#ffffff"
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_STEPS = 24
"""Halvings after which two shades are the same in eight bits."""

_Three = tuple[float, float, float]


def is_colour(value: object) -> bool:
    """Whether a value is a colour as `#rrggbb`."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours: from 1, the same, to 21, black and white."""
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: str, against: str = WHITE, ratio: float = AA) -> str:
    """The colour itself if it reads on another, else the darker or lighter shade of its hue that just does.

    Raises ValueError where neither black nor white has such a contrast.
    """
    if contrast(colour, against) >= ratio:
        return colour.lower()
    lab = _oklab(_linear(colour))
    found = [one for end in (0.0, 1.0) if (one := _towards(end, lab, against, ratio))]
    if not found:
        raise ValueError(f"nothing has a contrast of {ratio:g} with {against}")
    return min(found)[1]


def _towards(end: float, lab: _Three, against: str, ratio: float) -> tuple[float, str] | None:
    """The first shade on the way to black or white that reads, and how far it lies."""
    best = _shade(end, lab)
    if contrast(best, against) < ratio:
        return None
    failing, passing = lab[0], end
    for _ in range(_STEPS):
        middle = (failing + passing) / 2
        shade = _shade(middle, lab)
        if contrast(shade, against) >= ratio:
            passing, best = middle, shade
        else:
            failing = middle
    return abs(passing - lab[0]), best


def _shade(lightness: float, lab: _Three) -> str:
    """A hue at another lightness, as strong in colour as a screen can show it there and never stronger than it was."""
    low, high = 0.0, 1.0
    if not _shown(_from_oklab((lightness, lab[1], lab[2]))):
        for _ in range(_STEPS):
            middle = (low + high) / 2
            shown = _shown(_from_oklab((lightness, lab[1] * middle, lab[2] * middle)))
            low, high = (middle, high) if shown else (low, middle)
    else:
        low = 1.0
    return "#" + "".join(f"{_byte(one):02x}" for one in _from_oklab((lightness, lab[1] * low, lab[2] * low)))


def _shown(linear: _Three) -> bool:
    return all(-1e-6 <= one <= 1 + 1e-6 for one in linear)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> _Three:
    """Red, green and blue as amounts of light."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _byte(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def _oklab(linear: _Three) -> _Three:
    red, green, blue = linear
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lab: _Three) -> _Three:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
