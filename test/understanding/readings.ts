import type { Reading } from '../../src/flows/events.ts';

/** Returns the labels of readings that are asked about. */
export const candidateLabels = (readings: readonly Reading[]): readonly string[] =>
  readings.flatMap((reading) => {
    if ('intent' in reading) return [`intent=${reading.intent}`];
    if ('topic' in reading) return [`topic=${reading.topic}`];
    return Object.entries(reading.facts).map(([slot, value]) => `${slot}=${String(value)}`);
  });
