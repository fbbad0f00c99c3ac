-- Sources and evidence to the full: how a source was fetched and what was lost
-- of it, who may see it, its archived copy, what became of its quotes in a
-- newer snapshot; what an appearance looked like; exhibits; imports under way.

-- +goose Up

-- What the public page says of a protected source, and why it is protected.
ALTER TABLE sources ADD COLUMN public_description TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN protected_because TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN archived_url TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN archived_at INTEGER NOT NULL DEFAULT 0;
-- How many code points of the words beside each of its quotes readers are
-- shown: less where its quotes are many and its text is short. The default is
-- more than any passage has.
ALTER TABLE sources ADD COLUMN around INTEGER NOT NULL DEFAULT 1000000;
CREATE INDEX sources_access ON sources (access);
CREATE INDEX sources_rests_on ON sources (rests_on);

-- Who may see a protected source; none while it is not protected.
CREATE TABLE source_users (
    source_id INTEGER NOT NULL REFERENCES sources (id),
    user_id   INTEGER NOT NULL REFERENCES users (id),
    PRIMARY KEY (source_id, user_id)
) STRICT;
CREATE INDEX source_users_user ON source_users (user_id);

ALTER TABLE snapshots ADD COLUMN retrieval TEXT NOT NULL DEFAULT ''; -- JSON, '' when it was not fetched
ALTER TABLE snapshots ADD COLUMN lost TEXT NOT NULL DEFAULT '';      -- JSON list of sentences
ALTER TABLE snapshots ADD COLUMN created_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passages ADD COLUMN label TEXT NOT NULL DEFAULT '';      -- such as 'p. 3'

-- What became of a quote in a newer snapshot of its source. Altered and gone
-- wait for somebody to decide: 'told' is public, 'settled' is not.
CREATE TABLE fates (
    id          INTEGER PRIMARY KEY,
    evidence_id INTEGER NOT NULL REFERENCES evidence (id),
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('unchanged', 'moved', 'altered', 'gone')),
    start_at    INTEGER NOT NULL, -- where it, or what is nearest to it, stands now; both 0 when gone
    end_at      INTEGER NOT NULL,
    diff        TEXT    NOT NULL, -- JSON, from the quote to what is nearest; '' otherwise
    state       TEXT    NOT NULL CHECK (state IN ('', 'open', 'told', 'settled')),
    note        TEXT    NOT NULL, -- for readers
    decided_by  INTEGER NOT NULL,
    decided_at  INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    UNIQUE (evidence_id, snapshot_id)
) STRICT;
CREATE INDEX fates_state ON fates (state, id);
CREATE INDEX fates_snapshot ON fates (snapshot_id);

-- Bytes that were brought in as they are: an exhibit, a picture of a post. A
-- picture is shown to readers as a copy made anew, without what cameras write
-- into it.
CREATE TABLE files (
    id          INTEGER PRIMARY KEY,
    file_name   TEXT    NOT NULL,
    media_type  TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    bytes       BLOB    NOT NULL,
    copy_type   TEXT    NOT NULL, -- '' when there is no copy
    copy_sha256 TEXT    NOT NULL,
    copy_width  INTEGER NOT NULL, -- in pixels, 0 for what is no picture
    copy_height INTEGER NOT NULL,
    copy_bytes  BLOB    NOT NULL,
    created_by  INTEGER NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX files_sha256 ON files (sha256);

-- What an appearance looked like: the text of the post, or a picture of it.
CREATE TABLE captures (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    file_id     INTEGER REFERENCES files (id), -- NULL for text alone
    text        TEXT    NOT NULL,              -- normalised; '' for a picture alone
    text_sha256 TEXT    NOT NULL,              -- '' for a picture alone
    captured_at INTEGER NOT NULL,
    created_by  INTEGER NOT NULL
) STRICT;
CREATE INDEX captures_claim ON captures (claim_id, id);
CREATE INDEX captures_file ON captures (file_id);

ALTER TABLE appearances ADD COLUMN capture_id INTEGER REFERENCES captures (id);
ALTER TABLE appearances ADD COLUMN anchor TEXT NOT NULL DEFAULT ''; -- JSON: where the words as said stand in the capture's text
ALTER TABLE appearances ADD COLUMN plain INTEGER NOT NULL DEFAULT 0; -- readers see the address as text, not as a link

-- What cannot be quoted. A removed one keeps its row, since a revision may
-- show it.
CREATE TABLE exhibits (
    id           INTEGER PRIMARY KEY,
    claim_id     INTEGER NOT NULL REFERENCES claims (id),
    position     INTEGER NOT NULL, -- from 1, shown as A, B, C; 0 once removed
    kind         TEXT    NOT NULL,
    stance       TEXT    NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
    description  TEXT    NOT NULL,
    origin       TEXT    NOT NULL,
    vouched_by   TEXT    NOT NULL,
    moment       TEXT    NOT NULL, -- the place in a recording, such as '00:12:30'
    file_id      INTEGER NOT NULL REFERENCES files (id),
    confirmed_by INTEGER NOT NULL, -- 0: not yet
    confirmed_at INTEGER NOT NULL,
    created_by   INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    edited_by    INTEGER NOT NULL, -- who described it last: may not confirm it
    removed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX exhibits_claim ON exhibits (claim_id, position);
CREATE INDEX exhibits_file ON exhibits (file_id);

-- In which revisions an exhibit was published.
CREATE TABLE revision_exhibits (
    exhibit_id  INTEGER NOT NULL REFERENCES exhibits (id),
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    PRIMARY KEY (exhibit_id, revision_id)
) STRICT;

-- Documents on their way in: read, and waiting for an editor to confirm their
-- text. They are gone a day later.
CREATE TABLE imports (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never given again: what was confirmed must not be another document
    user_id    INTEGER NOT NULL REFERENCES users (id),
    source_id  INTEGER REFERENCES sources (id), -- set when it is a new snapshot of one
    state      TEXT    NOT NULL CHECK (state IN ('reading', 'ready', 'refused')),
    draft      TEXT    NOT NULL, -- JSON of what was typed
    address    TEXT    NOT NULL, -- to be fetched; '' for a file
    file_name  TEXT    NOT NULL,
    bytes      BLOB    NOT NULL, -- as uploaded or fetched
    document   TEXT    NOT NULL, -- JSON of what was read, '' until then
    refusal    TEXT    NOT NULL, -- JSON list of problems, '' for none
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX imports_user ON imports (user_id, id);
CREATE INDEX imports_created ON imports (created_at);

-- How much of a third party's text may be public, in percent of its words and
-- in words a quote.
ALTER TABLE settings ADD COLUMN quote_share INTEGER NOT NULL DEFAULT 10;
ALTER TABLE settings ADD COLUMN quote_words INTEGER NOT NULL DEFAULT 300;

-- +goose StatementBegin
CREATE TRIGGER files_stay BEFORE UPDATE ON files
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'files' AND row_id = old.id AND old_hash = old.sha256)
BEGIN SELECT RAISE(ABORT, 'a file cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER files_remain BEFORE DELETE ON files
BEGIN SELECT RAISE(ABORT, 'a file cannot be deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER captures_stay BEFORE UPDATE ON captures
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'captures' AND row_id = old.id AND old_hash = old.text_sha256)
BEGIN SELECT RAISE(ABORT, 'a capture cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER captures_remain BEFORE DELETE ON captures
BEGIN SELECT RAISE(ABORT, 'a capture cannot be deleted'); END;
-- +goose StatementEnd
-- What an exhibit is stays; how it is described may change, and is then to be
-- confirmed anew.
-- +goose StatementBegin
CREATE TRIGGER exhibits_stay BEFORE UPDATE OF claim_id, file_id, created_by ON exhibits
BEGIN SELECT RAISE(ABORT, 'an exhibit cannot be changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER exhibits_remain BEFORE DELETE ON exhibits
BEGIN SELECT RAISE(ABORT, 'an exhibit cannot be deleted'); END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER exhibits_remain;
DROP TRIGGER exhibits_stay;
DROP TRIGGER captures_remain;
DROP TRIGGER captures_stay;
DROP TRIGGER files_remain;
DROP TRIGGER files_stay;
ALTER TABLE settings DROP COLUMN quote_words;
ALTER TABLE settings DROP COLUMN quote_share;
DROP TABLE imports;
DROP TABLE revision_exhibits;
DROP TABLE exhibits;
ALTER TABLE appearances DROP COLUMN plain;
ALTER TABLE appearances DROP COLUMN anchor;
ALTER TABLE appearances DROP COLUMN capture_id;
DROP TABLE captures;
DROP TABLE files;
DROP TABLE fates;
ALTER TABLE passages DROP COLUMN label;
ALTER TABLE snapshots DROP COLUMN created_by;
ALTER TABLE snapshots DROP COLUMN lost;
ALTER TABLE snapshots DROP COLUMN retrieval;
DROP TABLE source_users;
DROP INDEX sources_rests_on;
DROP INDEX sources_access;
ALTER TABLE sources DROP COLUMN around;
ALTER TABLE sources DROP COLUMN archived_at;
ALTER TABLE sources DROP COLUMN archived_url;
ALTER TABLE sources DROP COLUMN protected_because;
ALTER TABLE sources DROP COLUMN public_description;
