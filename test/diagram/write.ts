import { writeFileSync } from 'node:fs';
import { page, picture } from './readme.ts';

const flows = new URL('../../src/flows/', import.meta.url);
writeFileSync(new URL('README.md', flows), page());
writeFileSync(new URL('flow.svg', flows), picture());
