import { configureGlobal } from 'fast-check'

/**
 * Properties begin at one seed, so that a commit passes or fails for what is in it. `TLUMACH_SEED=7 npx vitest run` looks elsewhere;
 * what it finds becomes an example of its property.
 */
configureGlobal({ seed: Number(process.env.TLUMACH_SEED ?? 20261122) })
