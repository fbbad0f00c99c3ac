package fetch

import (
	"net/netip"
	"slices"
)

// global6 is all of IPv6 that has been given out for use on the Internet
// (RFC 4291). Loopback, mapped, compatible, translated (NAT64), unique local,
// link-local, site-local and multicast addresses lie outside.
var global6 = netip.MustParsePrefix("2000::/3")

// closed are the networks that lead to no public machine, or to another one
// than the address says: the special-purpose registries of IANA (RFC 6890),
// multicast, and what clouds keep for themselves. For IPv6 it says only what
// lies within global6.
var closed = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),        // this network
	netip.MustParsePrefix("10.0.0.0/8"),       // private
	netip.MustParsePrefix("100.64.0.0/10"),    // shared by a provider's customers
	netip.MustParsePrefix("127.0.0.0/8"),      // this machine
	netip.MustParsePrefix("168.63.129.16/32"), // Azure's own services
	netip.MustParsePrefix("169.254.0.0/16"),   // link-local, metadata of clouds
	netip.MustParsePrefix("172.16.0.0/12"),    // private
	netip.MustParsePrefix("192.0.0.0/24"),     // protocol assignments
	netip.MustParsePrefix("192.0.2.0/24"),     // documentation
	netip.MustParsePrefix("192.88.99.0/24"),   // relays to 6to4
	netip.MustParsePrefix("192.168.0.0/16"),   // private
	netip.MustParsePrefix("198.18.0.0/15"),    // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"),  // documentation
	netip.MustParsePrefix("203.0.113.0/24"),   // documentation
	netip.MustParsePrefix("224.0.0.0/4"),      // multicast
	netip.MustParsePrefix("240.0.0.0/4"),      // reserved, broadcast
	netip.MustParsePrefix("2001::/23"),        // protocol assignments, Teredo
	netip.MustParsePrefix("2001:db8::/32"),    // documentation
	netip.MustParsePrefix("2002::/16"),        // 6to4: any IPv4 address within
	netip.MustParsePrefix("3fff::/20"),        // documentation
}

// fence is which machines may be connected to.
type fence struct {
	allow []netip.Prefix
}

func newFence(allow []netip.Prefix) fence {
	var f fence
	for _, network := range allow {
		f.allow = append(f.allow, network.Masked())
	}
	return f
}

// admits tells whether a connection may be made.
func (f fence) admits(to netip.AddrPort) bool {
	addr := bare(to.Addr())
	if within(addr, f.allow) {
		return true
	}
	return public(addr) && (to.Port() == 80 || to.Port() == 443)
}

// public tells whether an address is one of the Internet's.
func public(addr netip.Addr) bool {
	addr = bare(addr)
	return (addr.Is4() || global6.Contains(addr)) && !within(addr, closed)
}

// bare is an address as networks are compared with: a mapped one as IPv4, and
// without a zone.
func bare(addr netip.Addr) netip.Addr { return addr.Unmap().WithZone("") }

func within(addr netip.Addr, networks []netip.Prefix) bool {
	return slices.ContainsFunc(networks, func(n netip.Prefix) bool { return n.Contains(addr) })
}
