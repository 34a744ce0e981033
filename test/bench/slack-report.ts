/** What a process of the bench tells its parent. */
export type Told = { readonly url: string } | { readonly cpu: number };

/** Tells where the process listens, and at every question how much CPU it used so far, in milliseconds; ends with its parent. */
export function report(url: string): void {
  process.send?.({ url } satisfies Told);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1_000 } satisfies Told);
  });
  process.on('disconnect', () => process.exit());
}
