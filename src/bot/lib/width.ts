/** Returns the width of a text: a Latin letter or sign counts 1, any other character 2. */
export const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one <= '\u007f' ? 1 : 2), 0);
