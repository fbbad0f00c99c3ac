-- The newsroom itself: settings, people, what they hold in hand, the log.
-- Times are Unix milliseconds UTC, days are ISO 8601 text or '', booleans are
-- 0 or 1, hashes are SHA-256 in lower-case hex. JSON is stored as text that
-- no statement looks into.

-- +goose Up

-- One row. Raised in the same transaction as any change of what the public
-- sees, so that caches and other processes notice.
CREATE TABLE edition (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO edition (id, number) VALUES (1, 0);

CREATE TABLE settings (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    version   INTEGER NOT NULL,
    site_name TEXT    NOT NULL,
    about     TEXT    NOT NULL,
    language  TEXT    NOT NULL,
    four_eyes INTEGER NOT NULL CHECK (four_eyes IN (0, 1)),
    example   INTEGER NOT NULL CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE users (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    -- folded to lower case by the program: one account an address
    email      TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    byline     TEXT    NOT NULL,
    role       TEXT    NOT NULL CHECK (role IN ('reporter', 'editor', 'admin')),
    disabled   INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    -- argon2id in PHC form; '' until one is set
    password   TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    token_hash TEXT    PRIMARY KEY,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_seen ON sessions (last_seen);

-- Setup, invitation and reset links. A setup link has no user yet.
CREATE TABLE links (
    token_hash TEXT    PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('setup', 'invitation', 'reset')),
    user_id    INTEGER REFERENCES users (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX links_user ON links (user_id);

CREATE TABLE tokens (
    id         INTEGER PRIMARY KEY,
    token_hash TEXT    NOT NULL UNIQUE,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    name       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used  INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tokens_user ON tokens (user_id);

-- Answers to calls that carried an Idempotency-Key, written in the act's own
-- transaction: an act and its receipt are never apart.
CREATE TABLE receipts (
    user_id      INTEGER NOT NULL REFERENCES users (id),
    key          TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    answer       TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (user_id, key)
) STRICT;
CREATE INDEX receipts_at ON receipts (at);

-- The audit log, each line sealed with the hash of the one before.
CREATE TABLE events (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    user_id    INTEGER NOT NULL,
    action     TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    subject_id INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    content    TEXT    NOT NULL,
    request_id TEXT    NOT NULL,
    previous   TEXT    NOT NULL,
    hash       TEXT    NOT NULL UNIQUE
) STRICT;
CREATE INDEX events_subject ON events (subject, subject_id, id);

-- What may be taken out of protected text, and why: written by a takedown in
-- the same transaction as the change itself.
CREATE TABLE tombstones (
    id         INTEGER PRIMARY KEY,
    table_name TEXT    NOT NULL,
    row_id     INTEGER NOT NULL,
    ground     TEXT    NOT NULL,
    old_hash   TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (table_name, row_id, old_hash)
) STRICT;

-- Every stand of a record that people edit, as JSON: the log's lines point
-- here by version and hash.
CREATE TABLE versions (
    id         INTEGER PRIMARY KEY,
    subject    TEXT    NOT NULL,
    subject_id INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    content    TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    user_id    INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (subject, subject_id, version)
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER versions_stay BEFORE UPDATE ON versions
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'versions' AND row_id = old.id AND old_hash = old.hash)
BEGIN SELECT RAISE(ABORT, 'a version cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER versions_remain BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'a version cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tombstones_stay BEFORE UPDATE ON tombstones
BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tombstones_remain BEFORE DELETE ON tombstones
BEGIN SELECT RAISE(ABORT, 'a tombstone cannot be deleted'); END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE versions;
DROP TABLE tombstones;
DROP TABLE events;
DROP TABLE receipts;
DROP TABLE tokens;
DROP TABLE links;
DROP TABLE sessions;
DROP TABLE users;
DROP TABLE settings;
DROP TABLE edition;
