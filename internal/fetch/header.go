package fetch

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"unicode"
)

// maxKept is how many bytes of header are kept with a page.
const maxKept = 16 << 10

// dropped are headers that are not kept: they let somebody in somewhere.
var dropped = []string{"Set-Cookie", "Set-Cookie2", "Cookie", "Authorization", "Proxy-Authorization",
	"Www-Authenticate", "Proxy-Authenticate", "Authentication-Info", "Proxy-Authentication-Info"}

// kept is the part of a header that is stored: the shortest first, until it is
// full, so that one endless header does not push the others out.
func kept(header http.Header) map[string][]string {
	size := func(name string) int { return len(name) + len(strings.Join(header[name], "\r\n")) }
	var names []string
	for name := range header {
		if !slices.Contains(dropped, http.CanonicalHeaderKey(name)) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(size(a), size(b)), strings.Compare(a, b)) })
	result, left := map[string][]string{}, maxKept
	for _, name := range names {
		if left -= size(name); left < 0 {
			break
		}
		for _, value := range header[name] {
			result[name] = append(result[name], legible(value))
		}
	}
	return result
}

// legible is a header's value as text: valid UTF-8 without control characters.
func legible(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(value, "\uFFFD"))
}
