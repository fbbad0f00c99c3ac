package quote

import "strings"

// occurrences calls found with each byte offset at which pattern begins in
// text, overlapping ones included, until found returns false. It is linear in
// both lengths whatever they hold (Knuth, Morris and Pratt).
func occurrences(text, pattern string, found func(at int) bool) {
	first := strings.Index(text, pattern)
	if first < 0 || pattern == "" {
		return
	}
	fall := fallbacks(pattern)
	matched := 0
	for i := first; i < len(text); i++ {
		for matched > 0 && pattern[matched] != text[i] {
			matched = fall[matched-1]
		}
		if pattern[matched] == text[i] {
			matched++
		}
		if matched == len(pattern) {
			if !found(i + 1 - len(pattern)) {
				return
			}
			matched = fall[matched-1]
		}
	}
}

// fallbacks tells for each beginning of pattern how long the longest shorter
// beginning is that it also ends with.
func fallbacks(pattern string) []int {
	fall := make([]int, len(pattern))
	matched := 0
	for i := 1; i < len(pattern); i++ {
		for matched > 0 && pattern[matched] != pattern[i] {
			matched = fall[matched-1]
		}
		if pattern[matched] == pattern[i] {
			matched++
		}
		fall[i] = matched
	}
	return fall
}
