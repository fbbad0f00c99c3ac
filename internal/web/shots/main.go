// Shots writes a screenshot of every main page of the example newsroom into
// the folder shots: at 1280 and 390 CSS pixels, light and dark. `make shots`
// runs it from the root of the repository. It builds the program, serves the
// example newsroom on a free port, and fails, after the rest is done, when a
// page cannot be found, answers with an unexpected status, or is wider than
// the screen.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"claimdesk/internal/web/browsertest"
)

const folder = "shots"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, stdout io.Writer) error {
	room, err := open(ctx)
	if err != nil {
		return err
	}
	defer room.close()
	browser, err := browsertest.Open()
	if err != nil {
		return err
	}
	defer browser.Close()
	defer context.AfterFunc(ctx, browser.Close)()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return shoot(browser, room, stdout)
}

// shoot goes on after a page that does not work, so that one run tells of all.
func shoot(browser *browsertest.Browser, room *newsroom, stdout io.Writer) error {
	guide, err := enter(browser, room)
	if err != nil {
		return err
	}
	defer guide.leave()
	found, errs := guide.find(pages)
	for _, look := range looks {
		for _, page := range found {
			if err := guide.shoot(page, look, stdout); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}
