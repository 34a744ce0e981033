import { main } from './terminal/main.ts';

await main();
