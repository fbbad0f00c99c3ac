// Package fetch is the one way in which Claimdesk reaches other machines: it
// reads pages that editors name, and asks the Internet Archive for copies.
//
// What an address leads to is looked at when the connection is made, after
// names were resolved and again at every redirect. So it does not matter how
// an address is written, nor that a name server changes its answer: only
// public addresses are reached, on the ports 80 and 443, and those that the
// newsroom has allowed by --fetch-allow, on any. Whoever asks for another gets
// one and the same refusal, whatever lies there.
//
// Nothing is sent but the request: no cookie, no Referer, no credentials, and
// no proxy of the environment is used. Nothing is tried twice.
package fetch

import (
	"crypto/tls"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// MaxSize is how large a page may be, in bytes, before and after unpacking.
const MaxSize = 10 << 20

const (
	patience     = 15 * time.Second // for all of it, redirects and body included
	maxRedirects = 5
	maxHead      = 64 << 10 // bytes of header that a server may send
)

// Options are what a Client is told at the start. All may be left out.
type Options struct {
	// Allow are networks that may be reached besides public addresses, on any
	// port.
	Allow []netip.Prefix
	// ArchiveAPI is the address of a Wayback availability API; empty: no copy
	// is ever looked up.
	ArchiveAPI string
	// Agent is the version that the program names itself with.
	Agent string
	// Contact is an address where those whose pages are fetched learn who
	// does; one that is not https is not told.
	Contact string
	// Now is the clock; nil: the real one.
	Now func() time.Time
}

// Client fetches. It is safe for use by many goroutines and keeps no
// connection open. Only New makes one.
type Client struct {
	fence     fence
	archive   string
	agent     string
	now       func() time.Time
	patience  time.Duration
	resolver  *net.Resolver
	transport *http.Transport
}

// New makes a client.
func New(o Options) *Client {
	c := &Client{fence: newFence(o.Allow), archive: o.ArchiveAPI, agent: agent(o), now: o.Now,
		patience: patience, resolver: net.DefaultResolver}
	if c.now == nil {
		c.now = time.Now
	}
	c.transport = &http.Transport{
		DialContext:            c.dial,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		ForceAttemptHTTP2:      true,
		DisableKeepAlives:      true,
		DisableCompression:     true, // body unpacks, and counts
		MaxResponseHeaderBytes: maxHead,
	}
	return c
}

// agent is the name under which the program asks.
func agent(o Options) string {
	name := "Claimdesk"
	if o.Agent != "" {
		name += "/" + o.Agent
	}
	if strings.HasPrefix(o.Contact, "https://") {
		name += " (+" + o.Contact + ")"
	}
	return name
}
