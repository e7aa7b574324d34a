// Writes what the process has cost into the file that the environment names: milliseconds of processor time, the most megabytes held.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  writeFileSync(
    process.env.COST_FILE,
    JSON.stringify({ cpuMs: (user + system) / 1000, rssMB: Math.round(maxRSS / 1000) }),
  )
})
