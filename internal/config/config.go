// Package config holds the settings of a Claimdesk: the structs that kong
// fills from flags, environment and defaults (in this order), and the checks
// that turn them into values which the rest of the program can rely on. It is
// read once, by the command that starts; nothing below package main asks for
// a setting by itself.
package config

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
)

// Newsroom names the folder of a newsroom. Every command that opens one
// embeds it.
type Newsroom struct {
	Data string `name:"data" env:"CLAIMDESK_DATA" default:"data" placeholder:"DIR" help:"Folder that holds the newsroom: its database and its files."`
}

// Example names the folder of the example newsroom. Data is empty when a
// fresh temporary folder is wanted.
type Example struct {
	Data string `name:"data" env:"CLAIMDESK_DATA" placeholder:"DIR" help:"Folder for the example newsroom. Without it, a fresh temporary one."`
}

// Serve holds the settings of a running server. The tagged fields are as
// typed; Check fills the ones after them.
type Serve struct {
	Addr           string   `name:"addr" env:"CLAIMDESK_ADDR" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Address to listen on. Port 0 takes a free one."`
	Base           string   `name:"base-url" env:"CLAIMDESK_BASE_URL" placeholder:"URL" help:"Address at which readers reach this server. Default: http:// and --addr. Must be https unless the host is this machine."`
	SiteName       string   `name:"site-name" env:"CLAIMDESK_SITE_NAME" placeholder:"NAME" help:"Name of the newsroom on every page. Wins over the one set on screen."`
	TrustedProxies []string `name:"trusted-proxies" env:"CLAIMDESK_TRUSTED_PROXIES" placeholder:"CIDR" help:"Networks of the proxies in front of this server, whose X-Forwarded-For is believed."`
	Fetch
	Mail
	Log string `name:"log" env:"CLAIMDESK_LOG" default:"text" placeholder:"text|json" help:"Form of the log on stderr: text or json."`

	// BaseURL is the base of every absolute address that the program writes:
	// scheme and host, no path. It is nil after Check when it follows from a
	// port that is not known before listening; URL gives it then.
	BaseURL *url.URL `kong:"-"`
	// Proxies are the parsed TrustedProxies, without host bits.
	Proxies []*net.IPNet `kong:"-"`
}

// Error is a setting that cannot be used. Its text is one sentence that names
// the flag and the variable.
type Error struct {
	Flag     string // as typed, with the dashes
	Variable string
	Reason   string // how the sentence goes on, without a full stop
}

// Error gives the sentence for whoever started the program.
func (e *Error) Error() string {
	return fmt.Sprintf("%s (%s) %s", e.Flag, e.Variable, e.Reason)
}

func problem(flag, variable, format string, args ...any) error {
	return &Error{Flag: flag, Variable: variable, Reason: fmt.Sprintf(format, args...)}
}

// Check trims what was typed, puts the default where nothing was (a variable
// may be set and empty), and fills BaseURL, Proxies and the fields of
// Fetch and Mail. It fails with one *Error for each setting that cannot be used, joined.
func (s *Serve) Check() error {
	addrErr := s.checkAddr()
	var baseErr error
	if addrErr == nil {
		baseErr = s.checkBase()
	}
	return errors.Join(addrErr, baseErr, s.checkSiteName(), s.checkProxies(), s.Fetch.Check(), s.Mail.Check(), s.checkLog())
}

// Logger writes to w in the form that Log asks for. Call it after Check.
func (s *Serve) Logger(w io.Writer) *slog.Logger {
	if s.Log == "json" {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}
