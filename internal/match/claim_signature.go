package match

import (
	"regexp"
	"unicode/utf8"
)

// month is a month's name in any script, perhaps cut short.
const month = `\p{L}[\p{L}\p{M}]{2,12}\.?`

// clock is a time of the day.
const clock = `\d{1,2}[:.]\d{2}(?:\s*[APap]\.?[Mm]\.?)?`

// date is a day as posts are signed with it, in the orders of several
// languages, with a time before or after it.
const date = `(?:at\s+)?(?:` + clock + `[\s·,–-]+)?(?:` +
	month + `\s+\d{1,2},?\s+\d{4}|` +
	`\d{1,2}\.?\s+(?:de\s+)?` + month + `,?\s+(?:de\s+)?\d{4}|` +
	`\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})` +
	`(?:[\s,]*[гթ]\.?)?(?:[\s·,]+` + clock + `)?`

// Signatures: "— Name (@handle) January 6, 2020", with or without the date,
// and "— Name, January 6, 2020" without the handle, where only what begins
// with a large letter is taken for a name.
var (
	byHandle = regexp.MustCompile(`(?s)^(.*)(?:—|–|--|-\s)\s*([^—–\n]{0,80}?)\s*\(@([\p{L}\p{M}\p{N}_]+)\)\s*(?:` + date + `)?\s*$`)
	onADay   = regexp.MustCompile(`(?s)^(.*)(?:—|–|--)\s*(\p{Lu}[^—–\n(),.]{0,80}?),?\s+` + date + `\s*$`)
)

// signatureRoom is how many bytes at the end of a post are looked at.
const signatureRoom = 400

// signed parts a text from the name and the handle, without the @, of who
// signed it. The date of a signature is dropped. Without one all is said.
func signed(text string) (said, name, by string) {
	from := max(0, len(text)-signatureRoom)
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	end := text[from:]
	if m := byHandle.FindStringSubmatch(end); m != nil {
		return text[:from] + m[1], m[2], m[3]
	}
	if m := onADay.FindStringSubmatch(end); m != nil {
		return text[:from] + m[1], m[2], ""
	}
	return text, "", ""
}
