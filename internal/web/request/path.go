package request

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// desk is where a target leads that cannot be trusted.
const desk = "/desk"

// maxPath is the longest target that is followed, in bytes.
const maxPath = 2_000

// Path is s when it is an address on this site, path with query and fragment,
// and "/desk" when it is anything else: another site, also one written as
// "//host" or "/\host", a scheme, control characters that browsers drop.
func Path(s string) string {
	if len(s) > maxPath || !strings.HasPrefix(s, "/") || strings.HasPrefix(s, "//") || !utf8.ValidString(s) || strings.ContainsFunc(s, unsafe) {
		return desk
	}
	u, err := url.Parse(s)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil || u.Opaque != "" ||
		!strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.ContainsFunc(u.Path, unsafe) {
		return desk
	}
	return u.String()
}

func unsafe(r rune) bool { return r < ' ' || r == 0x7F || r == '\\' || r == '\u2028' || r == '\u2029' }
