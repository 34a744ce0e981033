import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that the clock of a request may be off. */
const tolerance = 300;

/** Whether Slack signed this body with the app's secret within the last minutes: https://docs.slack.dev/authentication/verifying-requests-from-slack. Bolt does the same with two hashes more, which is a tenth of what an event costs. */
export function isSigned(secret: string, timestamp: string, signature: string, body: string): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > tolerance) return false;
  const own = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === own.length && timingSafeEqual(given, own);
}
