package main

import (
	"context"
	"os"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// takeOver makes the newsroom of an export in a folder that holds none.
func takeOver(ctx context.Context, n config.Newsroom, p printed, t *terminal, file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	bar := progress{to: t.err, on: onScreen(t.err)}
	done, err := newsroom.TakeOver(ctx, factcheck.ByConsole(), folder(n), file, info.Size(), bar.of("Importing"))
	bar.clear()
	if err != nil {
		return err
	}
	if p.JSON {
		return t.asJSON(done)
	}
	if err := t.say("Took over the newsroom “%s” into %s: %s, %s. All of it was checked and holds.",
		done.SiteName, folder(n), counted(done.Rows, "rows"), counted(done.Files, "files")); err != nil {
		return err
	}
	if done.People > 0 {
		return t.say("Nobody has a password there yet: claimdesk user password E makes one for each of its %s.", counted(done.People, "people"))
	}
	return nil
}
