"""The bare Word file that a template is written into: nothing but styles, settings and text."""

from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

SUPERFLUOUS = ("/numbering", "/stylesWithEffects", "/customXml", "/fontTable", "/thumbnail")
KEPT_SETTINGS = ("w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:compat")


def bare_word() -> WordDocument:
    """Return an empty Word file without the parts that our templates do not use."""
    word = Document()
    for holder in (word.part, word.part.package):
        drop_relations(holder.rels)
    settings = word.settings.element
    for setting in list(settings):
        if setting.tag not in map(qn, KEPT_SETTINGS):
            settings.remove(setting)
    set_compatibility(settings)
    return word


def drop_relations(relations: Any) -> None:
    """Take out the relations to parts that nothing here uses; the parts then go by themselves."""
    for key, relation in list(relations.items()):
        if relation.reltype.endswith(SUPERFLUOUS):
            del relations[key]


def set_compatibility(settings: Any) -> None:
    """Ask Word for its present way of laying out, so that it opens the file without a remark."""
    compatibility = settings.find(qn("w:compat"))
    for setting in compatibility.findall(qn("w:useFELayout")):
        compatibility.remove(setting)
    for setting in compatibility.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
