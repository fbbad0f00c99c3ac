package config

import (
	"net"
	"net/netip"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	defaultAddr = "127.0.0.1:8080"
	// siteNameLimit is in code points: longer names break the masthead.
	siteNameLimit = 100
)

func (s *Serve) checkAddr() error {
	s.Addr = strings.TrimSpace(s.Addr)
	if s.Addr == "" {
		s.Addr = defaultAddr
	}
	host, port, err := net.SplitHostPort(s.Addr)
	if err != nil {
		return problem("--addr", "CLAIMDESK_ADDR", "must be HOST:PORT, as in %s, not %q", defaultAddr, s.Addr)
	}
	if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		return problem("--addr", "CLAIMDESK_ADDR", "needs a port from 0 to 65535, not %q", port)
	}
	if host == "" {
		return nil
	}
	if _, err := asciiHost(host); err != nil {
		return problem("--addr", "CLAIMDESK_ADDR", "names a host that cannot be one: %q", host)
	}
	return nil
}

func (s *Serve) checkSiteName() error {
	s.SiteName = strings.TrimSpace(s.SiteName)
	const flag, variable = "--site-name", "CLAIMDESK_SITE_NAME"
	if !utf8.ValidString(s.SiteName) {
		return problem(flag, variable, "is not valid UTF-8")
	}
	if n := utf8.RuneCountInString(s.SiteName); n > siteNameLimit {
		return problem(flag, variable, "has %d characters; at most %d fit", n, siteNameLimit)
	}
	if strings.ContainsFunc(s.SiteName, unicode.IsControl) {
		return problem(flag, variable, "holds a control character or a line break")
	}
	return nil
}

func (s *Serve) checkProxies() error {
	s.Proxies = nil
	for _, typed := range s.TrustedProxies {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			continue
		}
		network, err := parseNetwork(typed)
		if err != nil {
			return problem("--trusted-proxies", "CLAIMDESK_TRUSTED_PROXIES",
				"must be networks such as 10.0.0.0/8 or fd00::/8, separated by commas, not %q", typed)
		}
		s.Proxies = append(s.Proxies, network)
	}
	return nil
}

// parseNetwork takes a CIDR, or one address for a network of just itself.
func parseNetwork(typed string) (*net.IPNet, error) {
	if !strings.Contains(typed, "/") {
		addr, err := netip.ParseAddr(typed)
		if err != nil {
			return nil, err
		}
		typed = netip.PrefixFrom(addr, addr.BitLen()).String()
	}
	_, network, err := net.ParseCIDR(typed)
	return network, err
}

func (s *Serve) checkLog() error {
	switch s.Log = strings.ToLower(strings.TrimSpace(s.Log)); s.Log {
	case "":
		s.Log = "text"
	case "text", "json":
	default:
		return problem("--log", "CLAIMDESK_LOG", "must be text or json, not %q", s.Log)
	}
	return nil
}
