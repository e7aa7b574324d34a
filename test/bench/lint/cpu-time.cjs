// Writes how much processor time the process has taken, in milliseconds, into the file that the environment names.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(process.env.CPU_TIME_FILE, String((user + system) / 1000))
})
