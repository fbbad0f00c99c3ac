package newsroom

import (
	"encoding/base64"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many items a page of a list has, when it is not said, and at most.
const (
	pageUsual = 50
	pageMost  = 200
)

func pageSize(limit int) int {
	if limit <= 0 {
		return pageUsual
	}
	return min(limit, pageMost)
}

// cursor says where a list goes on, in a form that nobody needs to read.
func cursor(p store.Place) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(p.At, 36) + "." + strconv.FormatInt(p.ID, 36)))
}

func parseCursor(s string) (store.Place, error) {
	if s == "" {
		return store.Place{}, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(s)
	at, id, _ := strings.Cut(string(raw), ".")
	p := store.Place{}
	var err1, err2 error
	p.At, err1 = strconv.ParseInt(at, 36, 64)
	p.ID, err2 = strconv.ParseInt(id, 36, 64)
	if err != nil || err1 != nil || err2 != nil || p.ID < 1 {
		return p, factcheck.Wrong("cursor", "This page does not exist. Begin again with the first one.")
	}
	return p, nil
}
