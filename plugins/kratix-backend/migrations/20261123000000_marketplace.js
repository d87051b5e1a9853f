// @ts-check

/** Names beyond these are cut or refused before they come here. */
const idLength = 63;
const pathLength = 500;

/**
 * What the marketplace's sources held when they were last read, so that a
 * restart or an outage of a source shows it still.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('marketplace_sources', table => {
    table.comment('One row for each source of the marketplace');
    table.string('id', idLength).primary().comment('Its key in config');
    table
      .string('digest', 64)
      .notNullable()
      .comment('Of its config: under another one it is another source');
    table
      .integer('revision')
      .notNullable()
      .comment('Rises with each change of this row or its files');
    table
      .integer('content')
      .notNullable()
      .comment('The revision at which its files changed last');
    table.text('etag').comment('Handed back at the next read');
    table.text('label').comment('What it was read at, for people');
    table.text('findings').notNullable().comment('JSON: what was not read');
    table
      .string('read_at', 30)
      .comment('RFC 3339: when it was read, or found unchanged');
    table.string('failing_since', 30).comment('RFC 3339');
    table.text('problem').comment('Why reading it fails, in a sentence');
  });
  await knex.schema.createTable('marketplace_files', table => {
    table.comment('The files of sources as they were read');
    table
      .string('source', idLength)
      .notNullable()
      .references('id')
      .inTable('marketplace_sources')
      .onDelete('CASCADE');
    table.string('path', pathLength).notNullable();
    table.string('hash', 64).notNullable().comment('Of all that follows');
    table.string('content_type', 50).comment('Of images alone');
    table.text('text').comment('Of all but images');
    table.binary('data').comment('Of images alone');
    table.text('web_url').comment('Where a person can look at it');
    table.text('public_url').comment('Where anybody gets the same');
    table.text('summary').comment('What the source says of it');
    table.primary(['source', 'path']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('marketplace_files');
  await knex.schema.dropTable('marketplace_sources');
};
