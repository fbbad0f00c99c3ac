package desk

import (
	"strconv"
	"strings"
)

// number writes an id as it stands in addresses, fields and sentences.
func number(n int64) string { return strconv.FormatInt(n, 10) }

// positive reads a number above 0; 0 when it is none.
func positive(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return max(0, n)
}

// typedNumber is the number of a record as people write it, "7" or "#7"; 0 when
// it is none.
func typedNumber(s string) int64 { return positive(strings.TrimPrefix(strings.TrimSpace(s), "#")) }
