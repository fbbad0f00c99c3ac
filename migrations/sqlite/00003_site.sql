-- What the public sees: revisions, and which of them is live.

-- +goose Up

-- Each publication, whole and immutable; the columns beside content are for
-- lists and searches.
CREATE TABLE revisions (
    id           INTEGER PRIMARY KEY,
    claim_id     INTEGER NOT NULL REFERENCES claims (id),
    number       INTEGER NOT NULL,
    class        TEXT    NOT NULL CHECK (class IN ('', 'minor', 'update', 're-rated', 'substantial', 'retraction')),
    note         TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    user_id      INTEGER NOT NULL,
    slug         TEXT    NOT NULL,
    rating       TEXT    NOT NULL,
    claimant_id  INTEGER REFERENCES claimants (id), -- NULL also for a private person
    language     TEXT    NOT NULL,
    content      TEXT    NOT NULL, -- JSON
    hash         TEXT    NOT NULL,
    UNIQUE (claim_id, number)
) STRICT;
CREATE INDEX revisions_rating ON revisions (rating);
CREATE INDEX revisions_at ON revisions (at, id);
CREATE INDEX revisions_slug ON revisions (slug, claim_id);

-- One row for each check that was ever published: the id that feeds know it
-- by, made once, and which revision is live.
CREATE TABLE publications (
    claim_id    INTEGER PRIMARY KEY REFERENCES claims (id),
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    guid        TEXT    NOT NULL UNIQUE,
    slug        TEXT    NOT NULL UNIQUE,
    rating      TEXT    NOT NULL,
    claimant_id INTEGER REFERENCES claimants (id),
    language    TEXT    NOT NULL,
    first_at    INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL -- of the newest revision that readers are told of
) STRICT;
CREATE INDEX publications_first ON publications (first_at, claim_id);
CREATE INDEX publications_updated ON publications (updated_at, claim_id);
CREATE INDEX publications_rating ON publications (rating, first_at, claim_id);
CREATE INDEX publications_claimant ON publications (claimant_id, first_at, claim_id);

-- The topics of what is live, with the date to sort by.
CREATE TABLE publication_topics (
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    first_at INTEGER NOT NULL,
    claim_id INTEGER NOT NULL REFERENCES publications (claim_id),
    PRIMARY KEY (topic_id, first_at, claim_id)
) STRICT;
CREATE INDEX publication_topics_claim ON publication_topics (claim_id);

-- Topics that ever had a published check: their pages and feeds stay.
CREATE TABLE public_topics (
    topic_id INTEGER PRIMARY KEY REFERENCES topics (id),
    since    INTEGER NOT NULL
) STRICT;

-- In which revisions a piece of evidence was published.
CREATE TABLE revision_evidence (
    evidence_id INTEGER NOT NULL REFERENCES evidence (id),
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    PRIMARY KEY (evidence_id, revision_id)
) STRICT;

-- Found by words: see search.go. The rowid is the claim's id.
CREATE VIRTUAL TABLE publication_words USING fts5 (headline, claim, summary, body, topics, claimant, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- +goose StatementBegin
CREATE TRIGGER revisions_stay BEFORE UPDATE ON revisions
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'revisions' AND row_id = old.id AND old_hash = old.hash)
BEGIN SELECT RAISE(ABORT, 'a revision cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER revisions_remain BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER publications_guid BEFORE UPDATE OF claim_id, guid, first_at ON publications
BEGIN SELECT RAISE(ABORT, 'the id of a feed item cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER publications_remain BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'a publication cannot be deleted'); END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE publication_words;
DROP TABLE revision_evidence;
DROP TABLE public_topics;
DROP TABLE publication_topics;
DROP TABLE publications;
DROP TABLE revisions;
