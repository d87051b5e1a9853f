import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * The plugin's database with its tables, unless config says that somebody else
 * makes them.
 *
 * @internal
 */
export async function migrated(database: DatabaseService): Promise<Knex> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({
      directory: resolvePackagePath(
        '@kratix-portal/backstage-plugin-kratix-backend',
        'migrations',
      ),
    });
  }
  return client;
}
