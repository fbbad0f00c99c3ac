-- Sources are found by words as claims are, in whatever case and script: LIKE
-- knows the letters of ASCII only.

-- +goose Up
CREATE VIRTUAL TABLE source_words USING fts5 (title, publisher, url, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO source_words (rowid, title, publisher, url) SELECT id, title, publisher, url FROM sources;

-- +goose Down
DROP TABLE source_words;
