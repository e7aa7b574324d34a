"""Opens XLIFF files with translate-toolkit, translates and approves their units, saves them, and tells what it sees.

Usage: translate-toolkit.py LETTERS EVERY FILE...
LETTERS is a JSON object of what each letter becomes. Of EVERY units the first is translated but not approved.
Prints a line for each file: how many units it has.
"""

import json
import sys
import unicodedata

from translate.storage import factory
from translate.storage.placeables import StringElem
from translate.storage.placeables.xliff import G, UnknownXML


def translate(text, letters):
    return "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def translate_element(element, letters):
    """In place. What stands within a code is its markup, but for `g` and `mrk`, which stand around text."""
    around = isinstance(element, G) or (isinstance(element, UnknownXML) and element.xml_node.tag.endswith("}mrk"))
    if not around and type(element) is not StringElem:
        return
    for i, part in enumerate(element.sub):
        if isinstance(part, StringElem):
            translate_element(part, letters)
        else:
            element.sub[i] = translate(part, letters)


def main(letters, every, paths):
    for path in paths:
        store = factory.getobject(path)
        for i, unit in enumerate(store.units):
            [target] = unit.rich_source
            translate_element(target, letters)
            unit.rich_target = [target]
            unit.markapproved(i % every > 0)
        store.save()
        print(len(store.units))


main(json.loads(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
