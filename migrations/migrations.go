// Package migrations embeds the changes of the database's shape, as goose
// reads them: one folder for each engine. A migration that has landed is never
// changed again.
package migrations

import "embed"

// SQLite holds the migrations for SQLite, in the folder "sqlite".
//
//go:embed sqlite/*.sql
var SQLite embed.FS
