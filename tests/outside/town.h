/* A small town for tests from outside: an account of every duty, and three families that have nothing to do with each other.
 *   OWN         everybody below who can have to do with a family has to do with this one
 *   OTHER       another team's, with another manager; nobody below may know of it
 *   RESTRICTED  held by the same social worker's team, but only the manager is named for it
 * Every name in a family is found in no other text, so that a page that shows one shows it for certain. */
#ifndef OUTSIDE_TOWN_H
#define OUTSIDE_TOWN_H

#include "../acts/world_enquiry.h"
#include "store/blob.h"
#include "store/credential_sql.h"
#include "store/engine.h"
#include "web/sign_in.h"

enum town_family { OWN, OTHER, RESTRICTED, TOWN_FAMILIES };

static const char *const TOWN_FAMILY[TOWN_FAMILIES] = {"own", "other", "restricted"};

/* What each family's names are made of; an answer for someone who may not know a family holds none of its words. */
static const char *const TOWN_NAMES[TOWN_FAMILIES][4] = {
    {"Quillfeather", "Ottoline", "Barnaby", "Wilhelmina"},
    {"Brambleholt", "Thaddeus", "Clementine", "Peregrine"},
    {"Stonecroft", "Zebedee", "Araminta", "Leocadia"},
};

/* The accounts of routes.expected, in its order. */
static const struct town_account {
    const char *name;
    enum duty duty;
    enum role role; /* to OWN; ROLE_NONE: none */
} TOWN_ACCOUNTS[] = {
    {"social.worker", DUTY_SOCIAL_WORKER, ROLE_CASE_HOLDER},
    {"manager", DUTY_TEAM_MANAGER, ROLE_NONE}, /* by the line */
    {"chair", DUTY_CHAIR, ROLE_CHAIR},
    {"conference.admin", DUTY_CONFERENCE_ADMIN, ROLE_CONFERENCE_ADMIN},
    {"school", DUTY_PARTNER, ROLE_PARTNER},
    {"police", DUTY_PARTNER, ROLE_NONE}, /* invited to nothing */
    {"front.door", DUTY_FRONT_DOOR, ROLE_NONE},
    {"out.of.hours", DUTY_OUT_OF_HOURS, ROLE_NONE},
    {"legal", DUTY_LEGAL, ROLE_LEGAL},
    {"data.officer", DUTY_DATA_OFFICER, ROLE_NONE},
    {"auditor", DUTY_AUDITOR, ROLE_AUDIT},
    {"administrator", DUTY_ADMINISTRATOR, ROLE_NONE},
    {"parent", DUTY_PARENT, ROLE_PARENT},
    {"young.person", DUTY_YOUNG_PERSON, ROLE_CHILD},
    {"advocate", DUTY_ADVOCATE, ROLE_ADVOCATE},
};
enum { TOWN_PEOPLE = sizeof TOWN_ACCOUNTS / sizeof TOWN_ACCOUNTS[0] };

#define TOWN_PASSWORD "nine blue kettles"

struct town {
    struct world world;
    Arena *arena;
    struct world_family families[TOWN_FAMILIES];
    PersonId adults[TOWN_FAMILIES];
    PlanId plans[TOWN_FAMILIES];
    ConferenceId conferences[TOWN_FAMILIES];
    VisitId visits[TOWN_FAMILIES];
    MeetingId meetings[TOWN_FAMILIES];
    DocumentId files[TOWN_FAMILIES];
    PersonId people[TOWN_PEOPLE];
};

/* A file about a family's first child, sealed as the program seals it; the row that names it. Its words are the names of the family. */
__attribute__((unused)) static char *town_file(const struct town *town, int family)
{
    char folder[400], key_file[400];
    struct blobs *blobs;
    BlobWriting *writing;
    struct blob_made made;
    snprintf(folder, sizeof folder, "%s/blobs", town->world.where);
    snprintf(key_file, sizeof key_file, "%s.key", town->world.where);
    must(blobs_open(folder, key_file, true, true, &blobs));
    must(blob_begin(blobs, &writing));
    for (int i = 0; i < 4; i++)
        must(blob_write(writing, text_of(TOWN_NAMES[family][i])));
    must(blob_keep(writing, &made));
    blobs_close(blobs);
    Out hash = out_new(town->arena), blob = out_new(town->arena);
    out_hex(&hash, made.hash, sizeof made.hash);
    out_hex(&blob, made.name, sizeof made.name);
    return text_string(town->arena, text_format(town->arena,
        "INSERT INTO attached_file (id, authority, family, name, kind, size, hash, blob, entry) VALUES (%lld, 1, %lld, '%s.txt', 'TEXT', %lld, X'%.*s', X'%.*s', 1)",
        (long long)town->files[family].n, (long long)town->families[family].family.n, TOWN_NAMES[family][0], (long long)made.size,
        TEXT_ARGS(out_all(&hash)), TEXT_ARGS(out_all(&blob))));
}

/* What the case would have brought by its own acts, one conference and meeting after another, as rows: who has which role, who is named, a
 * conference and a plan for each family. */
__attribute__((unused)) static void town_rows(const struct town *town)
{
    static const struct design NOTHING = {.version = 1};
    struct connection *connection;
    Arena *arena = town->arena;
    char *statements[200];
    int count = 0;
    const int64_t day = WORLD_DAY.us;
    const struct world_family *own = &town->families[OWN];
    for (int i = 0; i < TOWN_PEOPLE; i++)
        for (size_t k = 0; TOWN_ACCOUNTS[i].role != ROLE_NONE && k < own->count; k++)
            statements[count++] = text_string(arena, text_format(arena,
                "INSERT INTO access (authority, holder, child, role, begins, ends, entry) VALUES (1, %lld, %lld, '%s', %lld, 9223372036854775807, 1) "
                "ON CONFLICT DO NOTHING", (long long)town->people[i].n, (long long)own->children[k].n, role_code(TOWN_ACCOUNTS[i].role), (long long)day));
    for (int f = 0; f < TOWN_FAMILIES; f++) {
        const struct world_family *family = &town->families[f];
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO conference (id, authority, family, kind, state, called, planned, agreed_by, why, introduced, confidential) VALUES "
            "(%lld, 1, %lld, 'INITIAL', 'CALLED', '2026-04-01', '2026-04-10', %lld, 'as planned', 0, 0)",
            (long long)town->conferences[f].n, (long long)family->family.n, (long long)town->people[1].n));
        statements[count++] = text_string(arena, text_format(arena, "INSERT INTO conference_child (authority, conference, child) VALUES (1, %lld, %lld)",
            (long long)town->conferences[f].n, (long long)family->children[0].n));
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO plan (id, authority, child, family, conference, started, state, categories, first_categories, version) VALUES "
            "(%lld, 1, %lld, %lld, %lld, '2026-04-10', 'OUTLINE', 'NEGLECT', 'NEGLECT', 1)",
            (long long)town->plans[f].n, (long long)family->children[0].n, (long long)family->family.n, (long long)town->conferences[f].n));
    }
    for (int f = 0; f < TOWN_FAMILIES; f++)
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO plan_version (authority, plan, child, version, state, made, made_by, published, entry) VALUES "
            "(1, %lld, %lld, 1, 'OUTLINE', '2026-04-10', %lld, '2026-04-10', 1)", (long long)town->plans[f].n,
            (long long)town->families[f].children[0].n, (long long)town->people[0].n));
    for (int f = 0; f < TOWN_FAMILIES; f++) {
        long long family = (long long)town->families[f].family.n, child = (long long)town->families[f].children[0].n;
        long long visit = (long long)town->visits[f].n, meeting = (long long)town->meetings[f].n, worker = (long long)town->people[0].n;
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO visit (id, authority, family, made, at_minutes, kind, made_by, failed, home_seen, entry) VALUES "
            "(%lld, 1, %lld, '2026-04-11', -1, 'ANNOUNCED', %lld, 0, 0, 1)", visit, family, worker));
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO seen (id, authority, child, seen_on, how, visit, seen_by, entry) VALUES (%lld, 1, %lld, '2026-04-11', 'ALONE', %lld, %lld, 1)",
            visit + 1, child, visit, worker));
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO meeting (id, authority, family, kind, planned) VALUES (%lld, 1, %lld, 'CORE_GROUP', '2026-05-01')", meeting, family));
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO obligation (authority, child, kind, start, due, warn, days_late, state, profile, entry) VALUES "
            "(1, %lld, 'FIRST_REVIEW', '2026-04-10', '2026-07-10', '2026-06-12', 0, 'WAITING', 'england', 1)", child));
        statements[count++] = text_string(arena, text_format(arena, "INSERT INTO meeting_child (authority, meeting, child, plan) VALUES (1, %lld, %lld, %lld)",
            meeting, child, (long long)town->plans[f].n));
    }
    for (int f = 0; f < TOWN_FAMILIES; f++) {
        statements[count++] = town_file(town, f);
        statements[count++] = text_string(arena, text_format(arena, "INSERT INTO attached_file_child (authority, document, child) VALUES (1, %lld, %lld)",
            (long long)town->files[f].n, (long long)town->families[f].children[0].n));
    }
    for (size_t k = 0; k < town->families[RESTRICTED].count; k++) {
        ChildId child = town->families[RESTRICTED].children[k];
        statements[count++] = text_string(arena, text_format(arena, "UPDATE child SET restricted = 1 WHERE id = %lld", (long long)child.n));
        statements[count++] = text_string(arena, text_format(arena,
            "INSERT INTO named (authority, child, person, begins, ends) VALUES (1, %lld, %lld, 0, 9223372036854775807)", (long long)child.n,
            (long long)town->people[1].n));
    }
    statements[count++] = text_string(arena, text_format(arena, "UPDATE family SET restricted = 1 WHERE id = %lld", (long long)town->families[RESTRICTED].family.n));
    must(ENGINE_SQLITE.open(text_string(arena, text_format(arena, "%s/hearth.db", town->world.where)), CONNECTION_MAKES, &NOTHING, &connection));
    must(ENGINE_SQLITE.script(connection, (const char *const *)statements, (size_t)count));
    ENGINE_SQLITE.close(connection);
}

__attribute__((unused)) static Err town_credentials(const struct town *town)
{
    Text hash;
    Tx *tx;
    struct writer *writer = acts_writer(town->world.acts);
    TRY(sign_in_hash(town->arena, T(TOWN_PASSWORD), &hash));
    TRY(writer_enter(writer));
    TRY(store_savepoint(town->world.store, town->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, TABLE_DESK, &tx));
    for (int i = 0; i < TOWN_PEOPLE; i++)
        TRY(credential_put(tx, town->people[i], text_of(TOWN_ACCOUNTS[i].name), hash));
    TRY(store_release(tx));
    return writer_leave(writer, false);
}

/* Somebody opens the record of a family with three children, and takes a contact that names them all. */
__attribute__((unused)) static void town_family(struct town *town, enum town_family which, PersonId opener, PersonId manager, PersonId worker)
{
    const char *const *names = TOWN_NAMES[which];
    struct world_family *family = &town->families[which];
    WORLD_ACT(contact_recorded, CONTACT_RECORDED, contact);
    *family = world_family(&town->world, town->arena, opener, names[0],
                           text_string(town->arena, text_format(town->arena, "%s %s ?", names[1], names[2])));
    world_allocate(&town->world, town->arena, manager, family, worker);
    town->adults[which] = world_adult(&town->world, town->arena, worker, family, names[3], RELATIONSHIP_KIND_MOTHER);
    contact = world_contact_act(family, 1);
    contact.concern = text_format(town->arena, "%s said that %s %s had not slept.", names[3], names[1], names[0]);
    world_do(&town->world, town->arena, &CONTACT_RECORDED_ACT, worker, family->family.n, 1, &contact);
    town->conferences[which].n = family->family.n + 700;
    town->plans[which].n = family->family.n + 800;
    town->visits[which].n = family->family.n + 850;
    town->meetings[which].n = family->family.n + 900;
    town->files[which].n = family->family.n + 950;
}

/* Opens a store in a folder of its own, fills it and leaves it closed: for a program to serve. */
__attribute__((unused)) static void town_make(struct town *town)
{
    struct world *world = &town->world;
    *town = (struct town){.world = world_new(), .arena = arena_new(64 * 1024 * 1024)};
    Arena *arena = town->arena;
    world_authority(world, arena);
    TeamId front = world_team(world, arena, "Front door", DUTY_FRONT_DOOR), north = world_team(world, arena, "North team", DUTY_SOCIAL_WORKER),
           south = world_team(world, arena, "South team", DUTY_SOCIAL_WORKER);
    AgencyId school = world_agency(world, arena, "Hollow Lane Primary School", AGENCY_KIND_EDUCATION),
             police = world_agency(world, arena, "Marlow Vale Police", AGENCY_KIND_POLICE);
    PersonId *people = town->people, nobody = {0};
    people[1] = world_worker_of(world, arena, "Manager", DUTY_TEAM_MANAGER, north, nobody);
    for (int i = 0; i < TOWN_PEOPLE; i++) {
        struct worker_added act = world_worker(TOWN_ACCOUNTS[i].name, TOWN_ACCOUNTS[i].duty);
        if (i == 1)
            continue;
        act.team = act.duty == DUTY_SOCIAL_WORKER ? north : act.duty == DUTY_FRONT_DOOR ? front : (TeamId){0};
        act.manager = act.duty == DUTY_SOCIAL_WORKER ? people[1] : nobody;
        act.agency = act.duty != DUTY_PARTNER ? (AgencyId){0} : TOWN_ACCOUNTS[i].role == ROLE_PARTNER ? school : police;
        world_do(world, arena, &WORKER_ADDED_ACT, PERSON_SYSTEM, 0, 0, &act);
        people[i] = act.worker;
    }
    PersonId other_manager = world_worker_of(world, arena, "Othermanager", DUTY_TEAM_MANAGER, south, nobody),
             other_worker = world_worker_of(world, arena, "Otherworker", DUTY_SOCIAL_WORKER, south, other_manager),
             opener = world_worker_of(world, arena, "Opener", DUTY_FRONT_DOOR, south, nobody);
    town_family(town, OWN, opener, other_manager, people[0]);
    town_family(town, OTHER, opener, other_manager, other_worker);
    town_family(town, RESTRICTED, opener, other_manager, people[0]);
    must(town_credentials(town));
    world_close(world);
    town_rows(town);
}

__attribute__((unused)) static void town_end(struct town *town)
{
    char command[800];
    snprintf(command, sizeof command, "rm -rf '%s' '%s.key'", town->world.where, town->world.where);
    assert_int_equal(system(command), 0);
    arena_free(town->arena);
}

#endif
