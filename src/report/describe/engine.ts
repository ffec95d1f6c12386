import { ENGINE_NAMES } from '../../model/engine.ts';
import type { EngineChoice } from '../../model/proposal.ts';
import { formatServer } from '../../model/server.ts';

/** `PostgreSQL 16`, `MariaDB 10.11.6`, or the engine's name alone when the version is not known. */
export function engineWords({ engine, version, server }: EngineChoice): string {
  return version === null ? ENGINE_NAMES[engine] : formatServer(server);
}
