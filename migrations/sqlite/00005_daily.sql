-- The desk from day to day: plans for a claim, repetitions, what colleagues
-- tell each other, tips, enquiries, other newsrooms' checks, schedules, pages.

-- +goose Up

ALTER TABLE claims ADD COLUMN due_on TEXT NOT NULL DEFAULT '';
-- How far it goes and what it can do, 1 to 3; 0 until somebody has said so.
ALTER TABLE claims ADD COLUMN reach INTEGER NOT NULL DEFAULT 0 CHECK (reach BETWEEN 0 AND 3);
ALTER TABLE claims ADD COLUMN harm INTEGER NOT NULL DEFAULT 0 CHECK (harm BETWEEN 0 AND 3);
-- When a published check is to be looked at again.
ALTER TABLE claims ADD COLUMN review_by TEXT NOT NULL DEFAULT '';
-- The claim that this one only repeats: set while it is dropped as a duplicate.
ALTER TABLE claims ADD COLUMN merged_into INTEGER REFERENCES claims (id);
CREATE INDEX claims_due ON claims (due_on, id) WHERE due_on <> '';
CREATE INDEX claims_review_by ON claims (review_by, id) WHERE review_by <> '';
CREATE INDEX claims_merged ON claims (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX claims_created ON claims (created_at, id);
-- The orders of the claims list: those without a date stand last.
CREATE INDEX claims_by_due ON claims ((CASE due_on WHEN '' THEN '9999-99-99' ELSE due_on END), id);
CREATE INDEX claims_by_priority ON claims (reach * harm, id);
CREATE INDEX claims_by_text ON claims (lower(substr(text, 1, 60)), id);

-- Where a recorded claim was seen again. Readers see how often and when last;
-- the addresses stay at the desk until the next revision is written.
CREATE TABLE repeats (
    id         INTEGER PRIMARY KEY,
    claim_id   INTEGER NOT NULL REFERENCES claims (id),
    -- the claim that was merged into it, NULL when none was recorded
    from_claim INTEGER REFERENCES claims (id),
    tip_id     INTEGER REFERENCES tips (id), -- that told of it, or NULL
    url        TEXT    NOT NULL,
    outlet     TEXT    NOT NULL,
    seen_on    TEXT    NOT NULL,
    said       TEXT    NOT NULL, -- the words as they were seen
    created_by INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER NOT NULL  -- 0 while it counts
) STRICT;
CREATE INDEX repeats_claim ON repeats (claim_id, id);
CREATE INDEX repeats_from ON repeats (from_claim);

-- To be published at a time. A row is gone once that has happened; failed says
-- why it could not.
CREATE TABLE schedules (
    claim_id   INTEGER PRIMARY KEY REFERENCES claims (id),
    at         INTEGER NOT NULL,
    class      TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    failed     TEXT    NOT NULL
) STRICT;
CREATE INDEX schedules_at ON schedules (at, claim_id);

-- Somebody's other opinion on a verdict.
CREATE TABLE dissents (
    id         INTEGER PRIMARY KEY,
    claim_id   INTEGER NOT NULL REFERENCES claims (id),
    user_id    INTEGER NOT NULL REFERENCES users (id),
    text       TEXT    NOT NULL,
    public     INTEGER NOT NULL CHECK (public IN (0, 1)),
    at         INTEGER NOT NULL,
    removed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX dissents_claim ON dissents (claim_id, id);

-- Why a line of the gate that asks for a reason was passed.
CREATE TABLE passes (
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    rule     TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    user_id  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (claim_id, rule)
) STRICT;

-- Whom we asked, and for what: to answer the claim's check (reply), or to
-- correct what they spread (correction).
CREATE TABLE enquiries (
    id         INTEGER PRIMARY KEY,
    claim_id   INTEGER NOT NULL REFERENCES claims (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('reply', 'correction')),
    asked      TEXT    NOT NULL, -- who
    via        TEXT    NOT NULL, -- how
    asked_on   TEXT    NOT NULL,
    question   TEXT    NOT NULL,
    outcome    TEXT    NOT NULL CHECK (outcome IN ('waiting', 'answered', 'declined', 'corrected', 'refused', 'no-reply')),
    outcome_on TEXT    NOT NULL,
    answer     TEXT    NOT NULL,
    url        TEXT    NOT NULL, -- where the answer or the correction stands
    told       TEXT    NOT NULL CHECK (told IN ('nothing', 'outcome', 'answer')), -- what readers are told of it
    created_by INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX enquiries_claim ON enquiries (claim_id, id);

-- What readers sent in. No address of the sender's machine is kept.
CREATE TABLE tips (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    seen_at    TEXT    NOT NULL, -- an address or a place, in the sender's words
    details    TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('open', 'accepted', 'merged', 'declined')),
    claim_id   INTEGER REFERENCES claims (id),
    reason     TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    decided_by INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    closed_at  INTEGER NOT NULL, -- declined, or its claim published or dropped; 0 before
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tips_state ON tips (state, id);
CREATE INDEX tips_claim ON tips (claim_id);
CREATE INDEX tips_closed ON tips (closed_at) WHERE closed_at > 0;

-- How a sender can be reached: apart from everything else, in no event, log,
-- note or export, and gone 90 days after the tip is closed.
CREATE TABLE tip_contacts (
    tip_id  INTEGER PRIMARY KEY REFERENCES tips (id),
    contact TEXT    NOT NULL,
    tell    INTEGER NOT NULL CHECK (tell IN (0, 1)), -- wants to hear of the publication
    told_at INTEGER NOT NULL
) STRICT;

-- What colleagues are told of.
CREATE TABLE notifications (
    id       INTEGER PRIMARY KEY,
    user_id  INTEGER NOT NULL REFERENCES users (id),
    kind     TEXT    NOT NULL,
    claim_id INTEGER REFERENCES claims (id),
    by_id    INTEGER NOT NULL, -- 0: the program or the console
    text     TEXT    NOT NULL, -- what was written, or ''
    at       INTEGER NOT NULL,
    read_at  INTEGER NOT NULL,
    mailed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notifications_user ON notifications (user_id, read_at, id);
CREATE INDEX notifications_unmailed ON notifications (at, id) WHERE mailed_at = 0;

CREATE TABLE mentions (
    note_id INTEGER NOT NULL REFERENCES notes (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    PRIMARY KEY (note_id, user_id)
) STRICT;

-- Mail on its way, to a colleague or to the sender of a tip; the address is
-- looked up when it is sent, and a row is gone once it was.
CREATE TABLE mails (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER REFERENCES users (id),
    tip_id     INTEGER REFERENCES tips (id),
    subject    TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    secret     INTEGER NOT NULL CHECK (secret IN (0, 1)), -- holds a one-time link: gone when that is void
    created_at INTEGER NOT NULL,
    until      INTEGER NOT NULL, -- dropped afterwards
    next_at    INTEGER NOT NULL, -- 0: given up; the row stays for its error
    attempts   INTEGER NOT NULL,
    tried_at   INTEGER NOT NULL,
    error      TEXT    NOT NULL, -- of the last attempt
    CHECK ((user_id IS NULL) <> (tip_id IS NULL))
) STRICT;
CREATE INDEX mails_next ON mails (next_at, id);

-- How somebody wants to hear of things beside the desk.
ALTER TABLE users ADD COLUMN mail TEXT NOT NULL DEFAULT 'each' CHECK (mail IN ('each', 'daily', 'none'));
ALTER TABLE users ADD COLUMN digest_at INTEGER NOT NULL DEFAULT 0;

-- Views of the claims list that somebody has kept.
CREATE TABLE filters (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    name       TEXT    NOT NULL,
    query      TEXT    NOT NULL, -- of the address
    created_at INTEGER NOT NULL,
    UNIQUE (user_id, name)
) STRICT;

-- Texts as they are being typed, kept for whoever types them.
CREATE TABLE drafts (
    user_id  INTEGER NOT NULL REFERENCES users (id),
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    form     TEXT    NOT NULL,
    content  TEXT    NOT NULL, -- JSON
    base     INTEGER NOT NULL, -- the id or number that was started from
    at       INTEGER NOT NULL,
    PRIMARY KEY (user_id, claim_id, form)
) STRICT;
CREATE INDEX drafts_at ON drafts (at);

-- Checks of other newsrooms, as their ClaimReview says.
CREATE TABLE other_reviews (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    iri          TEXT    NOT NULL UNIQUE, -- @id, or the address where there is none
    url          TEXT    NOT NULL,
    publisher    TEXT    NOT NULL,
    site         TEXT    NOT NULL, -- the address's host without www.
    title        TEXT    NOT NULL,
    claim        TEXT    NOT NULL,
    claimant     TEXT    NOT NULL,
    claimed_on   TEXT    NOT NULL,
    reviewed_on  TEXT    NOT NULL,
    rating       TEXT    NOT NULL, -- the label
    value        INTEGER NOT NULL, -- 0 with best and worst 0: none
    best         INTEGER NOT NULL,
    worst        INTEGER NOT NULL,
    language     TEXT    NOT NULL,
    content      TEXT    NOT NULL, -- JSON as imported
    hash         TEXT    NOT NULL,
    folded       TEXT    NOT NULL, -- its words in one case, for finding them
    withdrawn_at INTEGER NOT NULL, -- 0 while it stands
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX other_reviews_site ON other_reviews (site, id);
CREATE INDEX other_reviews_updated ON other_reviews (updated_at, id);

-- Claims that lean on another newsroom's check.
CREATE TABLE leans (
    claim_id  INTEGER NOT NULL REFERENCES claims (id),
    review_id INTEGER NOT NULL REFERENCES other_reviews (id),
    user_id   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (claim_id, review_id)
) STRICT;
CREATE INDEX leans_review ON leans (review_id);

-- What somebody should look at because something else has changed.
CREATE TABLE tasks (
    id         INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL,
    claim_id   INTEGER NOT NULL REFERENCES claims (id),
    review_id  INTEGER REFERENCES other_reviews (id),
    text       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    done_at    INTEGER NOT NULL,
    done_by    INTEGER NOT NULL
) STRICT;
CREATE INDEX tasks_open ON tasks (done_at, id);
CREATE INDEX tasks_claim ON tasks (claim_id, id);

-- Files of many records on their way in, waiting for somebody to say what is
-- in their columns, or being written. Gone a day later. The bytes lie in the
-- folder "loads" beside the database, each under the number of its row.
CREATE TABLE loads (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    file_name  TEXT    NOT NULL,
    format     TEXT    NOT NULL,
    size       INTEGER NOT NULL, -- in bytes
    mapping    TEXT    NOT NULL, -- JSON
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'refused')),
    outcome    TEXT    NOT NULL, -- JSON: counts, or what is wrong by line
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX loads_user ON loads (user_id, id);

-- Old addresses of topics and claimants lead to the new ones; until is when
-- they were given up. What was never public under one is not led to from it.
ALTER TABLE topics ADD COLUMN merged_into INTEGER REFERENCES topics (id);
ALTER TABLE topics ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE topics ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE claimants ADD COLUMN merged_into INTEGER REFERENCES claimants (id);
ALTER TABLE claimants ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE TABLE topic_slugs (
    slug     TEXT    PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    until    INTEGER NOT NULL
) STRICT;
CREATE INDEX topics_merged ON topics (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX claimants_merged ON claimants (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE claimant_slugs (
    slug        TEXT    PRIMARY KEY,
    claimant_id INTEGER NOT NULL REFERENCES claimants (id),
    until       INTEGER NOT NULL
) STRICT;

-- What an admin writes for readers: about, methodology and so on, in Markdown.
CREATE TABLE pages (
    slug       TEXT    PRIMARY KEY,
    version    INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    user_id    INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

ALTER TABLE settings ADD COLUMN logo_id INTEGER REFERENCES files (id);
ALTER TABLE settings ADD COLUMN languages TEXT NOT NULL DEFAULT '';   -- JSON list
ALTER TABLE settings ADD COLUMN licence TEXT NOT NULL DEFAULT '';     -- for re-use of what is published
ALTER TABLE settings ADD COLUMN licence_url TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN credit TEXT NOT NULL DEFAULT '';      -- the line that re-users are asked to give
ALTER TABLE settings ADD COLUMN rules TEXT NOT NULL DEFAULT '';       -- JSON: how hard the gate's raised reminders are
ALTER TABLE settings ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC'; -- of the tz database

CREATE INDEX events_at ON events (at, id);
CREATE INDEX events_user ON events (user_id, id);
CREATE INDEX events_action ON events (action, id);

-- +goose Down
DROP INDEX events_action;
DROP INDEX events_user;
DROP INDEX events_at;
ALTER TABLE settings DROP COLUMN time_zone;
ALTER TABLE settings DROP COLUMN rules;
ALTER TABLE settings DROP COLUMN credit;
ALTER TABLE settings DROP COLUMN licence_url;
ALTER TABLE settings DROP COLUMN licence;
ALTER TABLE settings DROP COLUMN languages;
ALTER TABLE settings DROP COLUMN logo_id;
DROP TABLE pages;
DROP INDEX claimants_merged;
DROP INDEX topics_merged;
DROP TABLE claimant_slugs;
DROP TABLE topic_slugs;
ALTER TABLE claimants DROP COLUMN version;
ALTER TABLE claimants DROP COLUMN merged_into;
ALTER TABLE topics DROP COLUMN version;
ALTER TABLE topics DROP COLUMN description;
ALTER TABLE topics DROP COLUMN merged_into;
DROP TABLE loads;
DROP TABLE tasks;
DROP TABLE leans;
DROP TABLE other_reviews;
DROP TABLE drafts;
DROP TABLE filters;
ALTER TABLE users DROP COLUMN digest_at;
ALTER TABLE users DROP COLUMN mail;
DROP TABLE mails;
DROP TABLE mentions;
DROP TABLE notifications;
DROP TABLE tip_contacts;
DROP TABLE repeats;
DROP TABLE tips;
DROP TABLE enquiries;
DROP TABLE passes;
DROP TABLE dissents;
DROP TABLE schedules;
DROP INDEX claims_by_text;
DROP INDEX claims_by_priority;
DROP INDEX claims_by_due;
DROP INDEX claims_created;
DROP INDEX claims_merged;
DROP INDEX claims_review_by;
DROP INDEX claims_due;
ALTER TABLE claims DROP COLUMN merged_into;
ALTER TABLE claims DROP COLUMN review_by;
ALTER TABLE claims DROP COLUMN harm;
ALTER TABLE claims DROP COLUMN reach;
ALTER TABLE claims DROP COLUMN due_on;
