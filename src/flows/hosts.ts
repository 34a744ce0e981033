import data from './hosts.json' with { type: 'json' };

/** The hosts that activation over the internet needs. Their source, and when it was looked at, stand beside them in `hosts.json`. */
export const activationHosts: readonly string[] = data.hosts;
