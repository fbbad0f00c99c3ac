-- Work on the desk: sources with their snapshots, claims with all that hangs
-- on them.

-- +goose Up

CREATE TABLE sources (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    publisher    TEXT    NOT NULL,
    authors      TEXT    NOT NULL, -- JSON list
    url          TEXT    NOT NULL,
    published_on TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    level        TEXT    NOT NULL CHECK (level IN ('primary', 'secondary')),
    access       TEXT    NOT NULL CHECK (access IN ('public', 'excerpt', 'protected')),
    interest     TEXT    NOT NULL,
    -- two sources that rest on the same one count as one
    rests_on     INTEGER REFERENCES sources (id),
    created_by   INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE snapshots (
    id             INTEGER PRIMARY KEY,
    source_id      INTEGER NOT NULL REFERENCES sources (id),
    media_type     TEXT    NOT NULL,
    file_name      TEXT    NOT NULL,
    sha256         TEXT    NOT NULL,
    text_sha256    TEXT    NOT NULL,
    size           INTEGER NOT NULL,
    length         INTEGER NOT NULL,
    passages       INTEGER NOT NULL,
    retrieved_at   INTEGER NOT NULL,
    retrieved_from TEXT    NOT NULL,
    text           TEXT    NOT NULL
) STRICT;
CREATE INDEX snapshots_source ON snapshots (source_id, id);
CREATE INDEX snapshots_sha256 ON snapshots (sha256);

-- The bytes as they came, apart from the rows that are read all the time.
CREATE TABLE originals (
    snapshot_id INTEGER PRIMARY KEY REFERENCES snapshots (id),
    bytes       BLOB    NOT NULL
) STRICT;

-- Stored, not computed: a better way of splitting must not renumber what has
-- been quoted.
CREATE TABLE passages (
    id          INTEGER PRIMARY KEY,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),
    number      INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    start_at    INTEGER NOT NULL,
    end_at      INTEGER NOT NULL,
    UNIQUE (snapshot_id, number),
    CHECK (start_at >= 0 AND end_at > start_at)
) STRICT;

CREATE TABLE claimants (
    id         INTEGER PRIMARY KEY,
    slug       TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    folded     TEXT    NOT NULL, -- the name in one case, for finding it again
    kind       TEXT    NOT NULL CHECK (kind IN ('person', 'organisation', 'private-person')),
    same_as    TEXT    NOT NULL, -- JSON list
    created_at INTEGER NOT NULL
) STRICT;
-- Not unique: two people can have one name.
CREATE INDEX claimants_folded ON claimants (folded, kind, id);

CREATE TABLE topics (
    id         INTEGER PRIMARY KEY,
    slug       TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    folded     TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE claims (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    details      INTEGER NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('new', 'researching', 'in-review', 'approved', 'published', 'dropped')),
    text         TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    claimant_id  INTEGER REFERENCES claimants (id),
    said_on      TEXT    NOT NULL,
    source_id    INTEGER REFERENCES sources (id),
    assignee_id  INTEGER REFERENCES users (id),
    -- the slug of the newest verdict's rating, '' for none: for lists
    rating       TEXT    NOT NULL,
    drop_reason  TEXT    NOT NULL,
    drop_note    TEXT    NOT NULL,
    return_note  TEXT    NOT NULL,
    created_by   INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX claims_updated ON claims (updated_at, id);
CREATE INDEX claims_status ON claims (status, updated_at, id);
CREATE INDEX claims_assignee ON claims (assignee_id, updated_at, id);
CREATE INDEX claims_rating ON claims (rating, updated_at, id);
CREATE INDEX claims_source ON claims (source_id);
CREATE INDEX claims_claimant ON claims (claimant_id);

CREATE TABLE appearances (
    claim_id     INTEGER NOT NULL REFERENCES claims (id),
    position     INTEGER NOT NULL,
    url          TEXT    NOT NULL,
    outlet       TEXT    NOT NULL,
    seen_on      TEXT    NOT NULL,
    archived_url TEXT    NOT NULL,
    said         TEXT    NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;

CREATE TABLE claim_topics (
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (claim_id, topic_id)
) STRICT;
CREATE INDEX claim_topics_topic ON claim_topics (topic_id, claim_id);

CREATE TABLE notes (
    id       INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    user_id  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    text     TEXT    NOT NULL
) STRICT;
CREATE INDEX notes_claim ON notes (claim_id, id);

-- Quotes. What was quoted never changes; a removed piece keeps its row, since
-- a revision may rest on it.
CREATE TABLE evidence (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    source_id   INTEGER NOT NULL REFERENCES sources (id),
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),
    position    INTEGER NOT NULL, -- 0 once removed
    stance      TEXT    NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
    exact       TEXT    NOT NULL,
    prefix      TEXT    NOT NULL,
    suffix      TEXT    NOT NULL,
    start_at    INTEGER NOT NULL,
    end_at      INTEGER NOT NULL,
    spans       TEXT    NOT NULL, -- JSON list of {start, end, exact}
    passage     INTEGER NOT NULL,
    speaker     TEXT    NOT NULL,
    note        TEXT    NOT NULL,
    translation TEXT    NOT NULL,
    translator  TEXT    NOT NULL,
    created_by  INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    removed_at  INTEGER NOT NULL,
    CHECK (start_at >= 0 AND end_at > start_at AND exact <> '')
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim_id, position);
CREATE INDEX evidence_snapshot ON evidence (snapshot_id, start_at);
CREATE INDEX evidence_source ON evidence (source_id);

-- Each verdict is kept, the newest stands.
CREATE TABLE verdicts (
    id            INTEGER PRIMARY KEY,
    claim_id      INTEGER NOT NULL REFERENCES claims (id),
    rating        TEXT    NOT NULL,
    scale_version INTEGER NOT NULL REFERENCES scales (version),
    explanation   TEXT    NOT NULL,
    reasons       TEXT    NOT NULL, -- JSON list, the main one first
    misread       TEXT    NOT NULL, -- JSON, or ''
    evidence_ids  TEXT    NOT NULL, -- JSON list
    as_of         TEXT    NOT NULL,
    user_id       INTEGER NOT NULL,
    at            INTEGER NOT NULL
) STRICT;
CREATE INDEX verdicts_claim ON verdicts (claim_id, id);

-- Each saved article is kept, the newest stands.
CREATE TABLE articles (
    id       INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    headline TEXT    NOT NULL,
    slug     TEXT    NOT NULL,
    summary  TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    user_id  INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_claim ON articles (claim_id, id);

-- Every slug that a claim was given since it was first public belongs to it for
-- good, so that an old address never leads to another check. One that was never
-- public holds its present slug alone.
CREATE TABLE slugs (
    slug     TEXT    PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX slugs_claim ON slugs (claim_id);

-- Who put their name to a claim that is on its way; cleared when it goes back
-- to research. The log keeps what was.
CREATE TABLE signatures (
    id        INTEGER PRIMARY KEY,
    claim_id  INTEGER NOT NULL REFERENCES claims (id),
    user_id   INTEGER NOT NULL, -- 0 for the console
    kind      TEXT    NOT NULL CHECK (kind IN ('sent', 'agreed', 'approved')),
    version   INTEGER NOT NULL,
    substance TEXT    NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX signatures_claim ON signatures (claim_id, id);

CREATE TABLE scales (
    version INTEGER PRIMARY KEY,
    note    TEXT    NOT NULL,
    ratings TEXT    NOT NULL, -- JSON list, in order
    user_id INTEGER NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- Found by words: see search.go.
CREATE VIRTUAL TABLE claim_words USING fts5 (text, topics, claimant, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE source_words USING fts5 (title, publisher, url, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- +goose StatementBegin
CREATE TRIGGER snapshots_stay BEFORE UPDATE ON snapshots
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'snapshots' AND row_id = old.id AND old_hash = old.text_sha256)
BEGIN SELECT RAISE(ABORT, 'a snapshot cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER snapshots_remain BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'a snapshot cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER originals_stay BEFORE UPDATE ON originals
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'originals' AND row_id = old.snapshot_id)
BEGIN SELECT RAISE(ABORT, 'an original cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER originals_remain BEFORE DELETE ON originals
BEGIN SELECT RAISE(ABORT, 'an original cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER passages_stay BEFORE UPDATE ON passages
BEGIN SELECT RAISE(ABORT, 'a passage cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER passages_remain BEFORE DELETE ON passages
BEGIN SELECT RAISE(ABORT, 'a passage cannot be deleted'); END;
-- +goose StatementEnd
-- The anchor of a quote stays; stance, note and order may change.
-- +goose StatementBegin
CREATE TRIGGER evidence_stay BEFORE UPDATE OF claim_id, source_id, snapshot_id, exact, prefix, suffix, start_at, end_at, spans, passage ON evidence
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'evidence' AND row_id = old.id)
BEGIN SELECT RAISE(ABORT, 'a quote cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER evidence_remain BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'a quote cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdicts_stay BEFORE UPDATE ON verdicts
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'verdicts' AND row_id = old.id)
BEGIN SELECT RAISE(ABORT, 'a verdict cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdicts_remain BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'a verdict cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER articles_stay BEFORE UPDATE ON articles
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'articles' AND row_id = old.id)
BEGIN SELECT RAISE(ABORT, 'an article cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER articles_remain BEFORE DELETE ON articles
BEGIN SELECT RAISE(ABORT, 'an article cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER scales_stay BEFORE UPDATE ON scales
BEGIN SELECT RAISE(ABORT, 'a scale cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER scales_remain BEFORE DELETE ON scales
BEGIN SELECT RAISE(ABORT, 'a scale cannot be deleted'); END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE source_words;
DROP TABLE claim_words;
DROP TABLE signatures;
DROP TABLE slugs;
DROP TABLE articles;
DROP TABLE verdicts;
DROP TABLE scales;
DROP TABLE evidence;
DROP TABLE notes;
DROP TABLE claim_topics;
DROP TABLE appearances;
DROP TABLE claims;
DROP TABLE topics;
DROP TABLE claimants;
DROP TABLE passages;
DROP TABLE originals;
DROP TABLE snapshots;
DROP TABLE sources;
