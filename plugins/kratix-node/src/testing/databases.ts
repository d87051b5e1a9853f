/**
 * The databases that a portal may have, by the ids of `TestDatabases` in
 * `@backstage/backend-test-utils`. Tests that start a plugin with tables run
 * on each.
 *
 * @public
 */
export const portalDatabases = ['SQLITE_3', 'POSTGRES_18'] as const;

/**
 * The `backend.database` config with which a test's backend keeps all of its
 * plugins in the empty database that `TestDatabases` made. A database handed
 * to the plugins as it is would have them share one table of migrations.
 *
 * @public
 */
export function databaseConfig(database: {
  client: { config: { client?: unknown; connection?: unknown } };
}) {
  const { client, connection } = database.client.config;
  if (client !== 'pg') {
    return { client: 'better-sqlite3', connection: ':memory:' };
  }
  // One by one, since knex hides the password from whoever copies the whole.
  const { host, port, user, password, database: name } = Object(connection);
  return {
    client,
    connection: { host, port, user, password, database: name },
    pluginDivisionMode: 'schema',
  };
}
