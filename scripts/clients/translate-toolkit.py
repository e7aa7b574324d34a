"""Opens XLIFF files with translate-toolkit, translates and approves their units, saves them, and tells what it sees.

Usage: translate-toolkit.py LETTERS EVERY FILE...
LETTERS is a JSON object of what each letter becomes. Every EVERYth unit is translated but not approved; 0 approves all.
Prints a line of JSON for each file: how many units it has, and the words of their sources.
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
        words = []
        for i, unit in enumerate(store.units):
            [target] = unit.rich_source
            translate_element(target, letters)
            unit.rich_target = [target]
            unit.markapproved(every == 0 or i % every > 0)
            words.append(unit.source)
        store.save()
        print(json.dumps({"units": len(store.units), "sources": words}))


main(json.loads(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
