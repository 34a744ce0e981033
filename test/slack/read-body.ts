/** The fields of a call to Slack, whether they came as a form or as JSON; what is not text is JSON in both, written when it is looked at. */
export function readBody(type: string | undefined, raw: string): Readonly<Record<string, string>> {
  if (type?.startsWith('application/json') !== true) return Object.fromEntries(new URLSearchParams(raw));
  return new Proxy(JSON.parse(raw) as Record<string, string>, {
    get: (fields, name: string) => {
      const value: unknown = fields[name];
      return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
    },
  });
}
