package newsroom

import (
	"context"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// finalSigns end sentences. A claim is recorded as a sentence of its own, which
// it need not have been where it was said.
const finalSigns = ".!?…։。！？؟۔ "

// verbatim tells whether a claim's words, but for the sign at their end, stand
// in the text of a post that was kept of where it was seen. Only then may it
// stand in quotation marks. Of a private person it never may: the words could
// be searched for.
func verbatim(ctx context.Context, q *store.Queries, c *factcheck.Claim) (bool, error) {
	words := strings.TrimRight(c.Text, finalSigns)
	if words == "" || c.Claimant != nil && c.Claimant.Kind == factcheck.PrivatePerson {
		return false, nil
	}
	for _, a := range c.Appearances {
		if a.Capture == nil || a.Capture.TextSHA256 == "" {
			continue
		}
		kept, err := q.Capture(ctx, a.Capture.ID)
		if err != nil {
			return false, err
		}
		if standsIn(words, kept.Text) {
			return true, nil
		}
	}
	return false, nil
}

// standsIn tells whether words stand in a text whole: letter for letter but for
// white space, and not as the beginning or end of longer ones.
func standsIn(words, text string) bool {
	doc := quote.NewDocument(text)
	found, err := doc.Find(quote.Selector{Exact: words})
	if err == nil {
		return apart(found.Prefix, words, found.Suffix)
	}
	var several *quote.Ambiguous
	if !errors.As(err, &several) {
		return false
	}
	for _, m := range several.Matches {
		if apart(m.Prefix, words, m.Suffix) {
			return true
		}
	}
	return false
}

// apart tells whether no word goes on over the ends of some words.
func apart(before, words, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(words)
	end, _ := utf8.DecodeLastRuneInString(words)
	next, _ := utf8.DecodeRuneInString(after)
	return !(inWord(last) && inWord(first)) && !(inWord(end) && inWord(next))
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }
