import { readdirSync, readFileSync } from 'node:fs';

/** Watches the memory of the processes that this one started for reading. */
export interface Watch {
  /** Returns the most that one of them had in memory, in MB; undefined where the system does not tell (/proc of Linux does). */
  peak(): number | undefined;
  stop(): void;
}

/** Watches the memory of the reading processes, by the high-water mark that Linux keeps of each (VmHWM, proc_pid_status(5)). */
export function watchMemory(): Watch {
  let peak: number | undefined;
  const look = () => {
    for (const status of statuses()) peak = Math.max(peak ?? 0, status);
  };
  const clock = setInterval(look, 100);
  return {
    peak: () => peak,
    stop: () => clearInterval(clock),
  };
}

function statuses(): readonly number[] {
  try {
    return readdirSync('/proc/self/task')
      .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
      .filter((id) => id !== '' && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('pictures/worker'))
      .map((id) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    // One that ended between two looks, or a system without /proc.
    return [];
  }
}
