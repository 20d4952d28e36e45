"""Characters that the reader uses for itself may stand in a text all the same."""

import pytest

from tests.source.helpers import read


@pytest.mark.parametrize("character", ["\uf8ff", "\uf8fe", "\uf8fd", "\uf8fc"])
@pytest.mark.parametrize("form", ["a: {}\n", "a: '{}'\nb: c: d\n", "{}: x\n", "a: |\n  {}\n", "a: [{}, b?c]\n"])
def test_characters_of_private_use_are_kept(character: str, form: str) -> None:
    """An Apple's apple, for one."""
    source = read(form.format(character))
    assert ascii(character)[1:-1] in ascii(source.data)
    assert source.unread == frozenset()
