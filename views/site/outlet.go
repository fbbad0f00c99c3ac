package site

import (
	"net/url"
	"strings"

	"claimdesk/internal/factcheck"
)

// outlet names where a claim was seen: the outlet, else the host of its
// address, else only that it was seen.
func outlet(a factcheck.Appearance) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	for _, address := range []string{a.URL, a.ArchivedURL} {
		if name := host(address); name != "" {
			return name
		}
	}
	return "a place without a name"
}

// host is the host of an address, to name it by; "" when it has none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
