import module from 'node:module';

// Loaded before anything else, in plain JavaScript, so that an older Node says what is wrong instead of a syntax error.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Ninshō Navi needs Node 24 or newer; this is ${process.versions.node}. See https://nodejs.org/`);
  process.exit(1);
}
// Stripped and compiled once, not at every start: half the time to the first prompt, and no compiler in memory.
module.enableCompileCache();
