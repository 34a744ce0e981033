// The languages that the bot speaks, each by its id: a BCP 47 tag.
export { en } from './en/index.ts';
export { ja } from './ja/index.ts';
export { jaEasy as 'ja-easy' } from './ja-easy/index.ts';
