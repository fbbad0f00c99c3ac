package config

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
)

const (
	defaultArchive = "https://archive.org/wayback/available"
	noArchive      = "off"
)

// Fetch holds the settings for reaching other machines. Every command that
// does embeds it. The tagged fields are as typed; Check fills the ones after
// them.
type Fetch struct {
	FetchAllow []string `name:"fetch-allow" env:"CLAIMDESK_FETCH_ALLOW" placeholder:"CIDR" help:"Networks that may be fetched from besides public addresses, on any port."`
	ArchiveAPI string   `name:"archive-api" env:"CLAIMDESK_ARCHIVE_API" default:"https://archive.org/wayback/available" placeholder:"URL" help:"Where archived copies are looked up; off: nowhere."`

	// Allowed are the parsed FetchAllow, without host bits.
	Allowed []netip.Prefix `kong:"-"`
	// Archive is the address to ask for archived copies; empty when none are
	// to be looked up.
	Archive string `kong:"-"`
}

// Check trims what was typed, puts the default where nothing was, and fills
// Allowed and Archive. It fails with one *Error for each setting that cannot
// be used, joined.
func (f *Fetch) Check() error {
	return errors.Join(f.checkAllow(), f.checkArchive())
}

func (f *Fetch) checkAllow() error {
	f.Allowed = nil
	for _, typed := range f.FetchAllow {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			continue
		}
		network, err := parsePrefix(typed)
		if err != nil {
			return problem("--fetch-allow", "CLAIMDESK_FETCH_ALLOW",
				"must be networks such as 10.0.0.0/8 or fd00::/8, separated by commas, not %q", typed)
		}
		f.Allowed = append(f.Allowed, network)
	}
	return nil
}

// parsePrefix reads what parseNetwork does. A network that was written as
// IPv4 within IPv6 becomes one of IPv4, which is what it is compared with.
func parsePrefix(typed string) (netip.Prefix, error) {
	network, err := parseNetwork(typed)
	if err != nil {
		return netip.Prefix{}, err
	}
	addr, _ := netip.AddrFromSlice(network.IP)
	bits, of := network.Mask.Size()
	if addr.Is4In6() && bits >= of-32 {
		addr, bits = addr.Unmap(), bits-(of-32)
	}
	return netip.PrefixFrom(addr, bits), nil
}

func (f *Fetch) checkArchive() error {
	const flag, variable = "--archive-api", "CLAIMDESK_ARCHIVE_API"
	f.ArchiveAPI, f.Archive = strings.TrimSpace(f.ArchiveAPI), ""
	if f.ArchiveAPI == "" {
		f.ArchiveAPI = defaultArchive
	}
	if strings.EqualFold(f.ArchiveAPI, noArchive) {
		f.ArchiveAPI = noArchive
		return nil
	}
	address, err := url.Parse(f.ArchiveAPI)
	if err != nil || address.Hostname() == "" || address.Scheme != "http" && address.Scheme != "https" {
		return problem(flag, variable, "must be an address such as %s, or off, not %q", defaultArchive, f.ArchiveAPI)
	}
	if address.User != nil {
		return problem(flag, variable, "must not hold a user name or a password")
	}
	if _, err := asciiHost(address.Hostname()); err != nil {
		return problem(flag, variable, "names a host that cannot be one: %q", address.Hostname())
	}
	f.Archive = f.ArchiveAPI
	return nil
}
