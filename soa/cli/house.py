"""The files of a house style and the partners' logos, read from disk and looked at before anything is printed with them."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from soa.cli.ends import Refused
from soa.cli.files import reason
from soa.cli.folder import reader
from soa.config.settings import Style
from soa.document.blocks import Picture
from soa.document.house import FONTS, House, template
from soa.document.pictures import picture
from soa.document.text import visible
from soa.model.agreement import Agreement
from soa.model.part import each, sound

T = TypeVar("T")


class Logos(NamedTuple):
    """The partners' logos."""

    pictures: dict[str, Picture]
    """Those that can be printed, by the name that `partners` gives each."""
    faults: tuple[str, ...]
    """A sentence for each that cannot: whose it is, which file, and why."""


def house_of(style: Style, folder: str) -> House:
    """The house style that is configured; `folder` is the configuration's. Raises Refused where a file of it cannot be used."""
    own = House()
    name = visible(style.name)
    return House(
        name=name,
        logo=_file(folder, style.logo, "logo", partial(picture, alt=name)) if style.logo else None,
        colour=style.colour.lower() or own.colour,
        second_colour=style.second_colour.lower() or own.second_colour,
        fonts=FONTS[style.fonts] if style.fonts else own.fonts,
        template=_file(folder, style.word_template, "word-template", template) if style.word_template else None,
    )


def logos_of(agreement: Agreement, folder: str) -> Logos:
    """The partners' logos; `folder` is the agreement's, empty for the current one. What cannot be printed is told, not raised."""
    read = reader(folder)
    found: dict[str, Picture | str] = {}
    faults = []
    for partner in each(agreement.partners):
        if not (sound(partner) and sound(partner.logo)):
            continue
        name = visible(partner.name) if sound(partner.name) else ""
        if partner.logo not in found:
            found[partner.logo] = _used(read, partner.logo, partial(picture, alt=name))
        if isinstance(why := found[partner.logo], str):
            faults.append(f"the logo of {name or 'a partner'}, {visible(partner.logo)}: {why}")
    return Logos({name: one for name, one in found.items() if isinstance(one, Picture)}, tuple(faults))


def _file(folder: str, name: str, key: str, use: Callable[[bytes], T]) -> T:
    found = _used(reader(folder), name, use)
    if isinstance(found, str):
        raise Refused(f"“{key}” in [style], {visible(name)}: {found}")
    return found


def _used(read: Callable[[str], bytes], name: str, use: Callable[[bytes], T]) -> T | str:
    """What is made of a file; where nothing can be, why."""
    if os.path.isabs(name) or name[1:2] == ":":
        return "write where it is from this folder on, such as logos/council.svg"
    try:
        return use(read(name))
    except FileNotFoundError:
        said = "; write its name with forward slashes" if "\\" in name else " (capitals and small letters count)"
        return f"there is no such file{said}"
    except PermissionError as error:
        return "it cannot be read: permission denied" if error.errno else "it lies outside the folder; copy it in"
    except OSError as error:
        return f"it cannot be read: {reason(error)}"
    except ValueError as error:  # a fault of the picture or the template
        return str(error)
