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
		if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return "a place without a name"
}
