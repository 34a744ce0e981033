/** What a process used so far: CPU in milliseconds, and the most memory that it ever held, in MB. */
export interface Usage {
  readonly cpu: number;
  readonly megabytes: number;
}

/** What a process of the bench tells its parent. */
export type Told = { readonly url: string } | Usage;

/** Tells where the process listens, and at every question what it used so far; ends with its parent. */
export function report(url: string): void {
  process.send?.({ url } satisfies Told);
  process.on('message', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.send?.({ cpu: (userCPUTime + systemCPUTime) / 1_000, megabytes: maxRSS / 1_024 } satisfies Told);
  });
  process.on('disconnect', () => process.exit());
}
