import { describeError } from '../../bot/lib/describe-error.ts';
import type { Log } from '../../bot/ports.ts';
import type { ConfiguredService } from '../config/settings.ts';
import type { Service, Surroundings } from '../service.ts';

/** Returns the services of the settings, which receive nothing. One that cannot be created holds a command up as little as one that is down: it is logged, with what that means. */
export async function createdOf(
  configured: readonly ConfiguredService[],
  surroundings: Surroundings,
  log: Log,
  otherwise: string,
): Promise<readonly Service[]> {
  const created = configured.map(async (service) => {
    try {
      return [await service.create(surroundings)];
    } catch (error) {
      log.error({ service: service.id, error: describeError(error) }, otherwise);
      return [];
    }
  });
  return (await Promise.all(created)).flat();
}
