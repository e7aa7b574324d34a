import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // A build of its own for each run, so that compiled glossaries are kept as those of a user are, and for this run only.
  define: { TLUMACH_BUILD: JSON.stringify(`test-${Date.now()}`) },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/run-folder.ts'],
    setupFiles: ['test/support/properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one processor idle by default: on two that halves the tests' speed.
    maxWorkers: availableParallelism(),
  },
})
