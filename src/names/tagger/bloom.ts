/** A set of hashes that may say yes to a few that it does not hold: `bits.length * 8` places, four for each member. */
export interface Bloom {
  readonly bits: Uint8Array
}

const probes = 4

export const emptyBloom = (bytes: number): Bloom => ({ bits: new Uint8Array(bytes) })

function placeOf(hash: number, probe: number, places: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + Math.imul(probe, Math.imul(hash, 0x297a2d39) | 1)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % places
}

export function addTo({ bits }: Bloom, hash: number): void {
  for (let probe = 0; probe < probes; probe++) {
    const place = placeOf(hash, probe, bits.length * 8)
    bits[place >> 3]! |= 1 << (place & 7)
  }
}

export function mayHold({ bits }: Bloom, hash: number): boolean {
  for (let probe = 0; probe < probes; probe++) {
    const place = placeOf(hash, probe, bits.length * 8)
    if ((bits[place >> 3]! & (1 << (place & 7))) === 0) return false
  }
  return true
}
