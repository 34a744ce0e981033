// A process that takes pictures and never answers.
process.on('message', () => {});
process.on('disconnect', () => process.exit());
