import { setFlagsFromString } from 'node:v8'

/** A shorter run ends before it matters. */
const many = 64

/** By then what the run needs has been loaded. */
const first = 3

/** A process may run through its texts several times (`--across`, `--watch`). */
let isTold = false

/**
 * To be called at each text of a run, by its number from 0. What is made for a text dies with it, but V8 learns at the start, while the
 * glossaries are made, that what is made stays, and from then on makes much of a text among the old objects; what these point to lives
 * on with them (twelve bytes a byte of text, and a second core to collect them). So where many texts are to come it is told to learn no
 * more. It refuses compiled code that other settings have made: at the end of the process, when code is kept, they are as they were.
 */
export function atText(number: number, all: number): void {
  if (isTold || all < many || number !== first) return
  isTold = true
  setFlagsFromString('--no-allocation-site-pretenuring')
  process.prependOnceListener('exit', () => setFlagsFromString('--allocation-site-pretenuring'))
}
