package fetch

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"claimdesk/internal/factcheck"
)

// addressError is what is wrong with an address as it was typed: a sentence.
type addressError string

func (e addressError) Error() string { return string(e) }

const (
	noAddress   addressError = "An address is missing. Write it whole, such as https://example.org/page."
	noWeb       addressError = "This is not a web address. Write it whole, such as https://example.org/page."
	namesUser   addressError = "The address holds a user name or a password. Take out what stands before the @."
	longAddress addressError = "The address is too long: at most 2,000 characters fit."
)

// maxAddress is how long an address may be as it is asked for, in bytes: more
// than typed, for each character may have become several.
const maxAddress = 8 << 10

// parse reads an address that a person has typed. What it gives has a host in
// ASCII, no user and no fragment, and reads the same when it is parsed again.
// Its errors are addressErrors, and errForbidden for a host that is a number
// in disguise.
func parse(typed string) (*url.URL, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return nil, noAddress
	}
	if utf8.RuneCountInString(typed) > factcheck.MaxURL {
		return nil, longAddress
	}
	u, err := url.Parse(typed)
	if err != nil || !utf8.ValidString(typed) || strings.ContainsFunc(typed, unseen) {
		return nil, noWeb
	}
	return tidy(u)
}

// unseen tells whether a character has no place in an address.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// tidy gives an absolute address as it is asked for and recorded.
func tidy(u *url.URL) (*url.URL, error) {
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, noWeb
	}
	if u.User != nil {
		return nil, namesUser
	}
	host, err := asciiHost(u.Hostname())
	if err != nil {
		return nil, err
	}
	port, err := tidyPort(u)
	if err != nil {
		return nil, err
	}
	clean := &url.URL{Scheme: u.Scheme, Host: joined(host, port), Path: u.Path, RawPath: u.RawPath, RawQuery: escaped(u.RawQuery)}
	if len(clean.String()) > maxAddress {
		return nil, longAddress
	}
	return clean, nil
}

// asciiHost gives a host as it is looked up: lower case, names of other
// scripts in their ASCII form (UTS 46), IPv6 without brackets.
func asciiHost(host string) (string, error) {
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.WithZone("").String(), nil
	}
	if strings.ContainsFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", noWeb
		}
		host = ascii
	}
	host = strings.ToLower(host)
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.String(), nil
	}
	if !hostName(host) {
		return "", noWeb
	}
	if endsInNumber(host) {
		return "", errForbidden
	}
	return host, nil
}

// hostName tells whether a name can be asked for at a name server. It is
// wider than the rules of host names: some real ones have underscores.
func hostName(name string) bool {
	name = strings.TrimSuffix(name, ".")
	if len(name) > 253 {
		return false
	}
	return !slices.ContainsFunc(strings.Split(name, "."), func(label string) bool {
		return label == "" || len(label) > 63 || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-_") != ""
	})
}

// endsInNumber tells whether a name would be read as an IPv4 address by some
// programs, such as 127.1, 0x7f000001 or 127.0.0.1. with a dot at its end. No
// top-level domain looks so (the same test is in the URL Standard of WHATWG).
func endsInNumber(name string) bool {
	name = strings.TrimSuffix(name, ".")
	last := name[strings.LastIndexByte(name, '.')+1:]
	if strings.Trim(last, "0123456789") == "" {
		return true
	}
	digits, hex := strings.CutPrefix(last, "0x")
	return hex && strings.Trim(digits, "0123456789abcdef") == ""
}

// tidyPort is the port that an address names, "" for the one that its scheme
// stands for.
func tidyPort(u *url.URL) (string, error) {
	if u.Port() == "" {
		return "", nil
	}
	n, err := strconv.ParseUint(u.Port(), 10, 16)
	if err != nil || n == 0 {
		return "", noWeb
	}
	if u.Scheme == "http" && n == 80 || u.Scheme == "https" && n == 443 {
		return "", nil
	}
	return strconv.FormatUint(n, 10), nil
}

func joined(host, port string) string {
	if port != "" {
		return net.JoinHostPort(host, port)
	}
	if strings.Contains(host, ":") {
		return "[" + host + "]"
	}
	return host
}

// escaped encodes in a query what may not stand in a request line.
func escaped(query string) string {
	var out strings.Builder
	for i := range len(query) {
		if b := query[i]; b <= ' ' || b >= 0x7f || strings.IndexByte(`"<>#`, b) >= 0 {
			fmt.Fprintf(&out, "%%%02X", b)
		} else {
			out.WriteByte(b)
		}
	}
	return out.String()
}

// atHome are endings of names that no public name server answers for.
var atHome = []string{".local", ".localhost", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".home.arpa", ".corp", ".private"}

// homely tells whether a host can only be one of the newsroom's own network:
// an address that is not public, or a name that the Internet does not know.
func homely(host string) bool {
	if addr, err := netip.ParseAddr(host); err == nil {
		return !public(addr)
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	return !strings.Contains(host, ".") || slices.ContainsFunc(atHome, func(end string) bool { return strings.HasSuffix(host, end) })
}
