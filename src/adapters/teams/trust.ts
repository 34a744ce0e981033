import type { TeamsConfig } from './config.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Returns true if the bot's token may be sent to this address: a listed host over https, or this machine (loopback) when local. */
export function trusts({ identity, hosts }: TeamsConfig, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (identity.kind === 'local') return protocol === 'http:' && loopback.includes(hostname);
  return protocol === 'https:' && port === '' && hosts.includes(hostname);
}

/** Returns true if people of this tenant may talk to the bot; when local, always. */
export const admits = ({ identity, tenants }: TeamsConfig, tenant: string): boolean =>
  identity.kind === 'local' || tenants.includes(tenant);

/** The error for an address to which the bot's token must not be sent. */
export class UntrustedError extends Error {
  override readonly name = 'UntrustedError';
}
