/** The fields of a call to Slack, whether they came as a form or as JSON; what is not text is JSON in both. */
export function readBody(type: string | undefined, raw: string): Readonly<Record<string, string>> {
  if (type?.startsWith('application/json') !== true) return Object.fromEntries(new URLSearchParams(raw));
  const fields = Object.entries(JSON.parse(raw) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
