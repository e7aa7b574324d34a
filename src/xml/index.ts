export { canHold, type DecodedXml, decodeNamed, decodeXml, encodeXml, encodeXmlOrUtf8 } from './decode.ts'
export {
  type Attribute,
  attributeValue,
  type Comment,
  childElements,
  type Element,
  findAttribute,
  type Instruction,
  type Node,
  type Text,
  type TextPiece,
  textContent,
  xmlNamespace,
  xmlnsNamespace,
} from './node.ts'
export { depthLimit, type OpenElement, type XmlHandlers, type XmlParser, xmlParser } from './parser.ts'
export { type Growth, growth, readXml, readXmlDocument, type XmlDocument } from './read.ts'
export { mapText, sourceOffset } from './scan.ts'
export { cdataSections, xmlComments } from './sections.ts'
export { type PieceReader, type PieceStream, pieceStream } from './stream.ts'
export {
  element,
  escapeAttribute,
  escapeText,
  splitForbidden,
  writeFragment,
  writeXml,
  type XmlElement,
  type XmlNode,
} from './write.ts'
