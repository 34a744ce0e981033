import module from 'node:module';

// Loaded before anything else, in plain JavaScript, so that an older Node prints this message instead of a syntax error.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Ninshō Navi needs Node 24 or newer; this is ${process.versions.node}. See https://nodejs.org/`);
  process.exit(1);
}
// Compile cache: types are stripped and code is compiled once, not at every start. That halves the time to the first prompt and keeps the compiler out of memory.
module.enableCompileCache();
