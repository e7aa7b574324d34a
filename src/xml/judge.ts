import { SaxesParser } from 'saxes'

/** Namespaces and places are the parser's own work here: saxes walks all open elements for each prefix. */
const options = { xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true } as const
type Saxes = SaxesParser<typeof options>
const Base = SaxesParser as unknown as new (
  given: typeof options,
) => Pick<Saxes, 'on' | 'write' | 'close' | 'position' | 'ENTITIES'>

/**
 * saxes with a field for each handler from the start. `on` adds them by computed name, and after a dozen such additions V8
 * keeps an object as a dictionary: all of saxes then runs at a fifth of its speed.
 */
export class Judge extends Base {
  protected attributeHandler = undefined
  protected cdataHandler = undefined
  protected closeTagHandler = undefined
  protected commentHandler = undefined
  protected doctypeHandler = undefined
  protected errorHandler = undefined
  protected openTagHandler = undefined
  protected piHandler = undefined
  protected textHandler = undefined
  protected xmldeclHandler = undefined

  constructor() {
    super(options)
  }
}
