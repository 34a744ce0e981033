/** Runs something under a key; as long as that is under way, the same key gets the same promise. So an attempt that was given up on, yet is still under way, is waited for instead of made twice. */
export function joined<Result>(): (key: string, run: () => Promise<Result>) => Promise<Result> {
  const under = new Map<string, Promise<Result>>();
  return (key, run) => {
    const running = under.get(key);
    if (running !== undefined) return running;
    const started = run().finally(() => under.delete(key));
    under.set(key, started);
    return started;
  };
}
