#include "store/open.h"

/* store_version has one row, of which only `version` is asked; its pieces stand here and not in a .sql file because
 * they are run before it is known whether the rest of the schema is this program's. */
static const enum value_kind ONE_NUMBER[] = {VALUE_INT};

static struct piece version_read(const struct design *design)
{
    return (struct piece){.name = "store_version_read",
                          .number = design->piece_count,
                          .column_count = 1,
                          .columns = ONE_NUMBER,
                          .sqlite = "SELECT version FROM store_version",
                          .postgres = "SELECT version FROM store_version"};
}

static struct piece version_write(const struct design *design)
{
    return (struct piece){.name = "store_version_write",
                          .number = design->piece_count,
                          .writes = TABLE_CONSTANT,
                          .parameter_count = 1,
                          .parameters = ONE_NUMBER,
                          .sqlite = "INSERT INTO store_version (authority, version) VALUES (0, ?1)",
                          .postgres = "INSERT INTO store_version (authority, version) VALUES (0, $1)"};
}

static Err make_all(struct connection *connection, const struct design *design)
{
    bool sqlite = connection->engine == &ENGINE_SQLITE;
    TRY(connection->engine->script(connection, sqlite ? design->sqlite : design->postgres, design->statement_count));
    struct piece write = version_write(design);
    struct value version = {VALUE_INT, design->version, TEXT_NONE};
    Arena *arena = arena_new(0);
    struct rows rows;
    Err written = connection->engine->run(connection, &write, &version, arena, &rows);
    arena_free(arena);
    return written;
}

Err open_make(struct connection *connection, const struct design *design)
{
    const struct engine *engine = connection->engine;
    static const char *const BEGIN[] = {"BEGIN"};
    TRY(engine->script(connection, BEGIN, 1));
    Err made = make_all(connection, design);
    if (made.kind == OK)
        made = engine->commit(connection);
    if (made.kind != OK)
        engine->rollback(connection);
    return made;
}

static Err compare_version(struct connection *connection, const struct design *design)
{
    struct piece read = version_read(design);
    Arena *arena = arena_new(0);
    struct rows rows = {0};
    Err asked = connection->engine->run(connection, &read, NULL, arena, &rows);
    int64_t version = rows.count == 1 ? rows.at[0].n : 0;
    arena_free(arena);
    TRY(asked);
    if (version > design->version)
        return err(BROKEN, "the store is newer than this program");
    if (version < design->version)
        return err(BROKEN, "the store is older than this program: export it with the program that made it, and import that with this one into a new folder");
    return ok();
}

Err open_prepare(const struct engine *engine, const char *where, const struct design *design)
{
    struct connection *connection;
    TRY(engine->open(where, CONNECTION_MAKES, design, &connection));
    bool has = false;
    Err prepared = engine->has_table(connection, "store_version", &has);
    if (prepared.kind == OK)
        prepared = has ? compare_version(connection, design) : open_make(connection, design);
    engine->close(connection);
    return prepared;
}
