package request

import (
	"net/http"
	"strings"
)

// Holds tells whether the client names this entity tag among those that it
// holds (If-None-Match, RFC 9110), in its weak or strong form, or as a proxy
// alters it that packs the answer.
func Holds(r *http.Request, tag string) bool {
	tag = bareTag(tag)
	for held := range strings.SplitSeq(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		if held = strings.TrimSpace(held); held == "*" || bareTag(held) == tag {
			return true
		}
	}
	return false
}

func bareTag(tag string) string {
	tag = strings.Trim(strings.TrimPrefix(tag, "W/"), `"`)
	for _, packing := range []string{"-gzip", "-br", "-zstd"} {
		tag = strings.TrimSuffix(tag, packing)
	}
	return tag
}
