// Preloaded into each measured process: writes its CPU time and peak memory, unless it is a worker of Jest.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  if (process.env.JEST_WORKER_ID !== undefined && process.send) return;
  const { user, system } = process.cpuUsage();
  const usage = { cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 };
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage));
});
