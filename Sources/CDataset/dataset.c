#include "dataset.h"

static const unsigned char agencies[] = {
#embed "tables/agencies.csv"
};

static const unsigned char agreements[] = {
#embed "tables/agreements.csv"
};

static const unsigned char counties[] = {
#embed "tables/counties.csv"
};

static const unsigned char crosswalk[] = {
#embed "tables/crosswalk.csv"
};

static const unsigned char departments[] = {
#embed "tables/departments.csv"
};

static const unsigned char detainer_limits[] = {
#embed "tables/detainer_limits.csv"
};

static const unsigned char events[] = {
#embed "tables/events.csv"
};

static const unsigned char facilities[] = {
#embed "tables/facilities.csv"
};

static const unsigned char facility_years[] = {
#embed "tables/facility_years.csv"
};

static const unsigned char facts[] = {
#embed "tables/facts.csv"
};

static const unsigned char figures[] = {
#embed "tables/figures.csv"
};

static const unsigned char grounds[] = {
#embed "tables/grounds.csv"
};

static const unsigned char listings[] = {
#embed "tables/listings.csv"
};

static const unsigned char manifest[] = {
#embed "tables/manifest.csv"
};

static const unsigned char neighbors[] = {
#embed "tables/neighbors.csv"
};

static const unsigned char programs[] = {
#embed "tables/programs.csv"
};

static const unsigned char sources[] = {
#embed "tables/sources.csv"
};

static const unsigned char state_rules[] = {
#embed "tables/state_rules.csv"
};

static const unsigned char statements[] = {
#embed "tables/statements.csv"
};

static const unsigned char states[] = {
#embed "tables/states.csv"
};

static const unsigned char timelines[] = {
#embed "tables/timelines.csv"
};

static const unsigned char hash[] = {
#embed "tables/hash.txt"
};

const dataset_file dataset_files[] = {
    {"agencies.csv", agencies, sizeof agencies},
    {"agreements.csv", agreements, sizeof agreements},
    {"counties.csv", counties, sizeof counties},
    {"crosswalk.csv", crosswalk, sizeof crosswalk},
    {"departments.csv", departments, sizeof departments},
    {"detainer_limits.csv", detainer_limits, sizeof detainer_limits},
    {"events.csv", events, sizeof events},
    {"facilities.csv", facilities, sizeof facilities},
    {"facility_years.csv", facility_years, sizeof facility_years},
    {"facts.csv", facts, sizeof facts},
    {"figures.csv", figures, sizeof figures},
    {"grounds.csv", grounds, sizeof grounds},
    {"listings.csv", listings, sizeof listings},
    {"manifest.csv", manifest, sizeof manifest},
    {"neighbors.csv", neighbors, sizeof neighbors},
    {"programs.csv", programs, sizeof programs},
    {"sources.csv", sources, sizeof sources},
    {"state_rules.csv", state_rules, sizeof state_rules},
    {"statements.csv", statements, sizeof statements},
    {"states.csv", states, sizeof states},
    {"timelines.csv", timelines, sizeof timelines},
};

const size_t dataset_files_count = sizeof dataset_files / sizeof dataset_files[0];

const dataset_file dataset_hash_file = {"hash.txt", hash, sizeof hash};
