package web

import (
	"net"
	"strings"

	"github.com/labstack/echo/v4"
)

// addressBehind finds the address that a request came from: that of the
// connection, or, when that is one of our proxies, the last in X-Forwarded-For
// that is none of them.
func addressBehind(proxies []*net.IPNet) echo.IPExtractor {
	if len(proxies) == 0 {
		return echo.ExtractIPDirect()
	}
	trusted := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, network := range proxies {
		trusted = append(trusted, echo.TrustIPRange(network))
	}
	return echo.ExtractIPFromXFFHeader(trusted...)
}

// side is who an address is for.
type side int

// The sides: readers, the newsroom's people, programs.
const (
	public side = iota
	inside
	programs
)

// sideOf is the side that a path belongs to.
func sideOf(path string) side {
	switch {
	case path == "/desk" || strings.HasPrefix(path, "/desk/"):
		return inside
	case path == "/api" || strings.HasPrefix(path, "/api/"):
		return programs
	}
	return public
}
