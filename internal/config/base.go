package config

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// URL gives the base of every absolute address: BaseURL where it is known,
// otherwise http:// with the host of Addr and the port of listen, which is
// where the server came to listen on port 0. It fails when listen has no port.
func (s *Serve) URL(listen net.Addr) (*url.URL, error) {
	if s.BaseURL != nil {
		return s.BaseURL, nil
	}
	_, port, err := net.SplitHostPort(listen.String())
	if err != nil {
		return nil, fmt.Errorf("finding the port of %s: %w", listen, err)
	}
	host, _, err := net.SplitHostPort(s.Addr)
	if err != nil {
		return nil, fmt.Errorf("finding the host of %s: %w", s.Addr, err)
	}
	return derived(host, port), nil
}

// checkBase runs after checkAddr, so that Addr is HOST:PORT.
func (s *Serve) checkBase() error {
	s.BaseURL = nil
	s.Base = strings.TrimSpace(s.Base)
	if s.Base == "" {
		return s.deriveBase()
	}
	base, err := parseBase(s.Base)
	if err != nil {
		return problem("--base-url", "CLAIMDESK_BASE_URL", "%v", err)
	}
	s.BaseURL = base
	return nil
}

func (s *Serve) deriveBase() error {
	host, port, err := net.SplitHostPort(s.Addr)
	if err != nil {
		return err
	}
	base := derived(host, port)
	if !loopback(base.Hostname()) {
		return problem("--base-url", "CLAIMDESK_BASE_URL",
			"must be given, and be https, to serve at %s: plain http is for this machine alone", s.Addr)
	}
	if n, err := strconv.Atoi(port); err == nil && n > 0 {
		s.BaseURL = base
	}
	return nil
}

func derived(host, port string) *url.URL {
	if addr, err := netip.ParseAddr(host); host == "" || err == nil && addr.IsUnspecified() {
		host = "127.0.0.1"
	}
	return &url.URL{Scheme: "http", Host: joinHost("http", strings.ToLower(host), port)}
}

// parseBase reads an address of scheme and host alone. Its errors go on from
// the names of the setting.
func parseBase(typed string) (*url.URL, error) {
	parsed, err := url.Parse(typed)
	if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return nil, fmt.Errorf("must be an address such as https://checks.example.org, not %q", typed)
	}
	if parsed.User != nil {
		return nil, errors.New("must not hold a user name or a password")
	}
	if parsed.Path != "" && parsed.Path != "/" {
		return nil, fmt.Errorf("must end after the host: the path %q cannot be served under", parsed.Path)
	}
	if parsed.RawQuery != "" || parsed.ForceQuery || strings.Contains(typed, "#") {
		return nil, errors.New("must end after the host, without ? or #")
	}
	host, err := asciiHost(parsed.Hostname())
	if err != nil {
		return nil, fmt.Errorf("names a host that cannot be one: %q", parsed.Hostname())
	}
	if n, err := strconv.Atoi(parsed.Port()); parsed.Port() != "" && (err != nil || n < 1 || n > 65535) {
		return nil, fmt.Errorf("needs a port from 1 to 65535, not %q", parsed.Port())
	}
	if parsed.Scheme == "http" && !loopback(host) {
		return nil, fmt.Errorf("must be https: plain http is for this machine alone, not for %q", host)
	}
	return &url.URL{Scheme: parsed.Scheme, Host: joinHost(parsed.Scheme, host, parsed.Port())}, nil
}

// asciiHost gives a host as browsers send it: lower case, names of other
// scripts in their ASCII form (IDNA, UTS 46).
func asciiHost(host string) (string, error) {
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.String(), nil
	}
	ascii, err := idna.Lookup.ToASCII(host)
	if err == nil && ascii == "" {
		err = errors.New("no host")
	}
	return ascii, err
}

// joinHost leaves out the port that the scheme stands for, as browsers do in
// the Origin header.
func joinHost(scheme, host, port string) string {
	if port == "" || scheme == "http" && port == "80" || scheme == "https" && port == "443" {
		if strings.Contains(host, ":") {
			return "[" + host + "]"
		}
		return host
	}
	return net.JoinHostPort(host, port)
}

func loopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}
