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

static const unsigned char facts[] = {
#embed "tables/facts.csv"
};

static const unsigned char figures[] = {
#embed "tables/figures.csv"
};

static const unsigned char grounds[] = {
#embed "tables/grounds.csv"
};

static const unsigned char manifest[] = {
#embed "tables/manifest.csv"
};

static const unsigned char sources[] = {
#embed "tables/sources.csv"
};

static const unsigned char state_rules[] = {
#embed "tables/state_rules.csv"
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
    {"facts.csv", facts, sizeof facts},
    {"figures.csv", figures, sizeof figures},
    {"grounds.csv", grounds, sizeof grounds},
    {"manifest.csv", manifest, sizeof manifest},
    {"sources.csv", sources, sizeof sources},
    {"state_rules.csv", state_rules, sizeof state_rules},
    {"states.csv", states, sizeof states},
    {"timelines.csv", timelines, sizeof timelines},
};

const size_t dataset_files_count = sizeof dataset_files / sizeof dataset_files[0];

const dataset_file dataset_hash_file = {"hash.txt", hash, sizeof hash};
