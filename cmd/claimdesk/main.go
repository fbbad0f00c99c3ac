// Command claimdesk is the whole program: the server, the example newsroom,
// and the commands that work on a newsroom from its machine. Each subcommand
// has a file; what they do is done by package newsroom, as the actor console.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	_ "time/tzdata" // a newsroom's time zone is known on machines that know none

	"github.com/alecthomas/kong"
)

func main() {
	err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	os.Exit(exitCode(err, os.Stderr))
}

// commands is what kong reads the arguments into.
type commands struct {
	Demo     demoCommand     `cmd:"" help:"Serve the example newsroom, to be looked at and played with."`
	Serve    serveCommand    `cmd:"" help:"Serve a newsroom; it is created on the first start."`
	User     userCommands    `cmd:"" help:"People who can log in."`
	Token    tokenCommands   `cmd:"" help:"Keys to the JSON API."`
	Source   sourceCommands  `cmd:"" help:"Documents that are quoted from."`
	Passages passagesCommand `cmd:"" help:"Rank the passages of a source by how much they bear on claims."`
	Match    matchCommand    `cmd:"" help:"Rank the recorded claims that texts may repeat."`
	Import   importCommand   `cmd:"" help:"Bring in claims, other newsrooms' checks, or an export of a whole newsroom."`
	Export   exportCommand   `cmd:"" help:"Write the newsroom, its checks or its claims to files."`
	Verify   verifyCommand   `cmd:"" help:"Check every quote, every hash and the log again."`
	Version  versionCommand  `cmd:"" help:"Tell which Claimdesk this is."`
}

// terminal is where a command reads and writes.
type terminal struct {
	in       io.Reader
	out, err io.Writer
}

const summary = `A newsroom's desk for claims: sources, quotes, verdicts, and the fact-checks that readers see.

"claimdesk demo" shows what it is; "claimdesk serve" starts a newsroom of your own.`

// run is the program without the process round it. Wrong usage gives a
// usageError.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	helped := false
	parser, err := kong.New(&commands{}, kong.Name("claimdesk"), kong.Description(summary),
		kong.Writers(stdout, stderr), kong.Exit(func(int) { helped = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}), kong.ValueFormatter(explained),
		kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		return fmt.Errorf("setting up the commands: %w", err)
	}
	parsed, err := parser.Parse(args)
	if helped {
		return nil
	}
	if err != nil {
		return misused(err)
	}
	return parsed.Run(&terminal{stdin, stdout, stderr})
}

// misused adds to an error of parsing which help tells more.
func misused(err error) error {
	about := "claimdesk"
	var parsing *kong.ParseError
	if errors.As(err, &parsing) && parsing.Context != nil {
		if node := parsing.Context.Selected(); node != nil {
			about = node.FullPath()
		}
	}
	return &usageError{fmt.Errorf("%w; see %s --help", err, about)}
}

// explained is the help of a flag, with its default and its variable.
func explained(value *kong.Value) string {
	var also []string
	if value.HasDefault {
		also = append(also, "default "+value.Default)
	}
	for _, variable := range value.Tag.Envs {
		also = append(also, "$"+variable)
	}
	if len(also) == 0 {
		return value.Help
	}
	return value.Help + " (" + strings.Join(also, ", ") + ")"
}
